import { isAmong } from '../../../../platform/is-among.ts'
import { and, eq, isNotNull, sql } from 'drizzle-orm'
import type { Clock } from '../../../../platform/clock.ts'
import type { Database } from '../../../../platform/database.ts'
import { displayName } from '../../../people/index.ts'
import { firms, persons } from '../../../people/data/tables.ts'
import type { Applicant } from '../../domain/participants/applicant.ts'
import { detailColumns, type ParticipantDetails } from '../../domain/participants/details.ts'
import type { ParticipantRow } from '../../domain/workbook/activity-workbook.ts'
import { participantDetails } from './participant-tables.ts'
import type { ParticipantWords } from './participant-words.ts'
import { activitySheets, applications } from '../tables.ts'
import { asDetails } from './traveller-store.ts'
import type { ApplicationState } from '../../domain/life-cycle.ts'

export type ParticipantStore = ReturnType<typeof participantStore>

/** A row of a list of participants that has found nobody yet, as it is kept. */
const sheet = 'participants'

/** What is known of those who have applied, and the rows of the list that wait for somebody. */
export function participantStore({ db }: Pick<Database, 'db'>, clock: Clock, words: ParticipantWords) {
  /** How somebody flies as far as is known, until the end of the transaction. */
  async function flightsOf(applicationIds: readonly number[]) {
    const rows = await db
      .select()
      .from(participantDetails)
      .where(isAmong(participantDetails.applicationId, applicationIds))
      .for('update')
    return new Map(rows.map((row) => [row.applicationId, words.open(row)]))
  }

  return {
    /** Everybody who has ever handed in an application for an activity. */
    async applicants(activityId: number): Promise<Applicant[]> {
      const rows = await db
        .select({ application: columns, person: persons, firm: firms.name, details: participantDetails })
        .from(applications)
        .innerJoin(persons, eq(persons.id, applications.personId))
        .leftJoin(firms, eq(firms.id, applications.firmId))
        .leftJoin(participantDetails, eq(participantDetails.applicationId, applications.id))
        .where(and(eq(applications.activityId, activityId), isNotNull(applications.number)))
        .orderBy(applications.number)
      return rows.map(({ application, person, firm, details }) => ({
        applicationId: application.id,
        number: String(application.number),
        state: application.state as ApplicationState,
        name: displayName(person),
        firm,
        phones: both(person.phone, application.phone),
        emails: both(person.email, application.email),
        details: details ? asDetails(details, words) : undefined,
      }))
    },

    /** What is known of somebody beyond their application. */
    async detailsOf(applicationId: number): Promise<ParticipantDetails | undefined> {
      const [row] = await db
        .select()
        .from(participantDetails)
        .where(eq(participantDetails.applicationId, applicationId))
      return row && asDetails(row, words)
    },

    /** Whose applications these are. */
    async personsOf(applicationIds: readonly number[]): Promise<number[]> {
      if (applicationIds.length === 0) return []
      const rows = await db
        .select({ personId: applications.personId })
        .from(applications)
        .where(isAmong(applications.id, applicationIds))
      return rows.map(({ personId }) => personId)
    },

    /** Writes what is known from here on. */
    async save(changed: readonly { applicationId: number; details: ParticipantDetails }[]): Promise<void> {
      if (changed.length === 0) return
      const updatedAt = clock.now()
      const before = await flightsOf(changed.map(({ applicationId }) => applicationId))
      await db
        .insert(participantDetails)
        .values(
          changed.map(({ applicationId, details }) => ({
            ...{ applicationId, ...words.seal(details), updatedAt },
            flightRevision: flightRevision(before.get(applicationId), details),
          })),
        )
        .onConflictDoUpdate({ target: participantDetails.applicationId, set: asWritten })
    },

    /** What was known of one application is known of another, unless that has been said something of itself. */
    async inherit(fromId: number, toId: number): Promise<void> {
      await db.execute(sql`insert into participant_details (application_id, role, side, bus, hotel, room, roommate,
          interpreter, groups, flight_out, flight_back, flight_revision, updated_at)
        select ${toId}::bigint, role, side, bus, hotel, room, roommate, interpreter, groups, flight_out, flight_back,
          flight_revision + 1, updated_at from participant_details where application_id = ${fromId} on conflict do nothing`)
    },

    /** A place passes to another application: role, side, bus and groups go along; room and flights of one person go. */
    async keepPlaceOnly(fromId: number, toId: number): Promise<void> {
      await db.execute(sql`insert into participant_details (application_id, role, side, bus, groups, updated_at)
        select ${toId}::bigint, role, side, bus, groups, ${clock.now().toString()}::timestamptz
        from participant_details where application_id = ${fromId} on conflict do nothing`)
      await db.delete(participantDetails).where(eq(participantDetails.applicationId, fromId))
    },

    async waiting(activityId: number): Promise<ParticipantRow[]> {
      const [found] = await db
        .select({ rows: activitySheets.rows })
        .from(activitySheets)
        .where(and(eq(activitySheets.activityId, activityId), eq(activitySheets.sheet, sheet)))
      return ((found?.rows ?? []) as ParticipantRow[]).map((row) => words.open(asKept(row)))
    },

    async keepWaiting(activityId: number, rows: readonly ParticipantRow[]): Promise<void> {
      const sealed = rows.map(words.seal)
      await db
        .insert(activitySheets)
        .values({ activityId, sheet, rows: sealed })
        .onConflictDoUpdate({
          target: [activitySheets.activityId, activitySheets.sheet],
          set: { rows: sealed },
        })
    },
  }
}

/** Rows of before the columns were noted had them all. */
const asKept = (row: ParticipantRow): ParticipantRow => ({
  ...{ groupCells: row.groups, columns: detailColumns },
  ...row,
})

const columns = {
  id: applications.id,
  number: applications.number,
  state: applications.state,
  phone: sql<string | null>`${applications.answers}->>'phone'`,
  email: sql<string | null>`${applications.answers}->>'email'`,
}

/** Every column as the new row has it. */
const asWritten = {
  role: sql`excluded.role`,
  side: sql`excluded.side`,
  bus: sql`excluded.bus`,
  hotel: sql`excluded.hotel`,
  room: sql`excluded.room`,
  roommate: sql`excluded.roommate`,
  interpreter: sql`excluded.interpreter`,
  groups: sql`excluded.groups`,
  flightOut: sql`excluded.flight_out`,
  flightBack: sql`excluded.flight_back`,
  flightRevision: sql`excluded.flight_revision`,
  updatedAt: sql`excluded.updated_at`,
}

type Flights = Pick<ParticipantDetails, 'flightOut' | 'flightBack'>

/** Grows whenever somebody flies otherwise than before. */
function flightRevision(before: (Flights & { flightRevision: number }) | undefined, after: Flights): number {
  const { flightOut = null, flightBack = null, flightRevision: revision = 0 } = before ?? {}
  return flightOut === after.flightOut && flightBack === after.flightBack ? revision : revision + 1
}

const both = (one: string | null, other: string | null): string[] =>
  [...new Set([one, other])].filter((value) => value !== null)
