import { and, asc, count, eq, inArray, ne, or, sql } from 'drizzle-orm'
import type { Database } from '../../../platform/database.ts'
import { displayName } from '../../people/index.ts'
import { persons } from '../../people/data/tables.ts'
import type { Application } from '../domain/application.ts'
import type { FirmsApplication } from '../domain/merge-doubts.ts'
import { running } from './activity-lists.ts'
import { asApplication } from './as-application.ts'
import { activities, applications } from './tables.ts'
import { concerned, type ApplicationState } from '../domain/life-cycle.ts'

/** What has been handed in in the name of these firms and still counts, for activities that are not over. */
export async function applicationsOfFirms(
  { db }: Pick<Database, 'db'>,
  firmIds: readonly number[],
  today: Temporal.PlainDate,
): Promise<FirmsApplication[]> {
  const rows = await db
    .select({ application: applications, person: persons })
    .from(applications)
    .innerJoin(activities, eq(activities.id, applications.activityId))
    .innerJoin(persons, eq(persons.id, applications.personId))
    .where(
      and(
        inArray(applications.firmId, [...firmIds]),
        inArray(applications.state, [...concerned]),
        running(today),
      ),
    )
    .orderBy(asc(activities.startsOn), asc(applications.id))
  return rows.map(({ application, person }) => ({
    activityId: application.activityId,
    firmId: application.firmId ?? 0,
    number: application.number,
    state: application.state as ApplicationState,
    name: displayName(person),
    phone: person.phone,
    email: person.email,
  }))
}

/** The applications in the name of a firm. */
export function firmsApplications({ db }: Pick<Database, 'db'>) {
  return {
    /** How many have been handed in in the name of a firm. */
    async countOfFirm(firmId: number): Promise<number> {
      const [row] = await db
        .select({ total: count() })
        .from(applications)
        .where(and(eq(applications.firmId, firmId), ne(applications.state, 'draft')))
      return row?.total ?? 0
    },

    /** What has been handed in in the name of a firm and still counts. */
    async liveOfFirm(firmId: number): Promise<Application[]> {
      const rows = await db
        .select()
        .from(applications)
        .where(and(eq(applications.firmId, firmId), inArray(applications.state, [...concerned])))
        .orderBy(asc(applications.id))
      return rows.map(asApplication)
    },

    /** What counts and depends on how this person stands with a firm: their own, and what they have filled in. */
    async standingWith(personId: number): Promise<Application[]> {
      const rows = await db
        .select()
        .from(applications)
        .where(
          and(
            or(eq(applications.personId, personId), eq(applications.filledBy, personId)),
            inArray(applications.state, [...concerned]),
          ),
        )
        .orderBy(asc(applications.id))
      return rows.map(asApplication)
    },

    /** The applications of a firm, and drafts that are asked about it, are another's from here on. */
    async moveFirm(fromId: number, intoId: number): Promise<void> {
      await db.update(applications).set({ firmId: intoId }).where(eq(applications.firmId, fromId))
      await db
        .update(applications)
        .set({
          answers: sql`jsonb_set(${applications.answers}, '{newFirm,perhaps,firmId}', to_jsonb(${intoId}::bigint))`,
        })
        .where(
          and(
            eq(applications.state, 'draft'),
            sql`${applications.answers} #>> '{newFirm,perhaps,firmId}' = ${String(fromId)}`,
          ),
        )
    },
  }
}
