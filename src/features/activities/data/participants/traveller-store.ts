import { and, asc, eq, inArray, type SQL } from 'drizzle-orm'
import type { Database } from '../../../../platform/database.ts'
import { isAmong } from '../../../../platform/is-among.ts'
import { displayName, likelyHomeZone } from '../../../people/index.ts'
import { firms, persons } from '../../../people/data/tables.ts'
import { noDetails, type ParticipantDetails } from '../../domain/participants/details.ts'
import type { Traveller } from '../../domain/participants/traveller.ts'
import { participantDetails } from './participant-tables.ts'
import type { ParticipantWords } from './participant-words.ts'
import { applications } from '../tables.ts'
import { takingPart } from '../../domain/life-cycle.ts'

export type TravellerStore = ReturnType<typeof travellerStore>

/** Whoever has a seat, with all that decides where they have to be: one statement, however many they are. */
export function travellerStore(
  { db }: Pick<Database, 'db'>,
  homeTimeZone: string,
  words: Pick<ParticipantWords, 'open'>,
) {
  async function find(where: SQL): Promise<Traveller[]> {
    const rows = await db
      .select({ application: columns, person: persons, firm: firms, details: participantDetails })
      .from(applications)
      .innerJoin(persons, eq(persons.id, applications.personId))
      .leftJoin(firms, eq(firms.id, applications.firmId))
      .leftJoin(participantDetails, eq(participantDetails.applicationId, applications.id))
      .where(and(where, inArray(applications.state, [...takingPart])))
      .orderBy(asc(applications.activityId), asc(applications.number), asc(applications.id))
    return rows.map(({ application, person, firm, details }) => ({
      ...application,
      ...asDetails(details, words),
      flightRevision: details?.flightRevision ?? 0,
      firmName: firm?.name ?? null,
      name: displayName(person),
      homeZone: person.homeZone ?? likelyHomeZone(person.phone, firm, homeTimeZone),
    }))
  }

  return {
    /** Of an activity all of them, or those of these applications, by their numbers. */
    of: (activityId: number, applicationIds?: readonly number[]): Promise<Traveller[]> =>
      applicationIds?.length === 0
        ? Promise.resolve([])
        : find(
            and(
              eq(applications.activityId, activityId),
              applicationIds && isAmong(applications.id, applicationIds),
            ) ?? eq(applications.activityId, activityId),
          ),

    /** Somebody with each of their seats. */
    ofPerson: (personId: number): Promise<Traveller[]> => find(eq(applications.personId, personId)),

    /** The same of many people at once. */
    ofPersons: (personIds: readonly number[]): Promise<Traveller[]> =>
      personIds.length === 0 ? Promise.resolve([]) : find(isAmong(applications.personId, personIds)),
  }
}

const columns = {
  applicationId: applications.id,
  number: applications.number,
  personId: applications.personId,
  activityId: applications.activityId,
  firmId: applications.firmId,
}

/** A row as the domain speaks of it; what nobody has said anything of has none. */
export function asDetails(
  row: typeof participantDetails.$inferSelect | null,
  words: Pick<ParticipantWords, 'open'>,
): ParticipantDetails {
  if (!row) return noDetails
  const { bus, hotel, room, roommate, interpreter, groups, flightOut, flightBack } = words.open(row)
  const role = row.role as ParticipantDetails['role']
  const side = row.side as ParticipantDetails['side']
  return { role, side, bus, hotel, room, roommate, interpreter, groups, flightOut, flightBack }
}
