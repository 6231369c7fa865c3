import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Database } from '../../../platform/database.ts'
import { displayName } from '../../people/index.ts'
import { firmMembers, firms, persons } from '../../people/data/tables.ts'
import type { Application } from '../domain/application.ts'
import { applications } from './tables.ts'
import { asApplication } from './as-application.ts'
import { inLine } from './life/waiting-list.ts'
import { concerned, type ApplicationState } from '../domain/life-cycle.ts'

/** Who applies, of which firm, and how they stand with it. */
export interface Named {
  name: string
  firm: string | null
  firmState: string | null
}

/** Lists of an activity's applications. */
export function applicationLists({ db }: Pick<Database, 'db'>) {
  return {
    /** The names of those who apply and of their firms, by application, and whether the firm has confirmed them. */
    async namesOf(ids: readonly number[]): Promise<Map<number, Named>> {
      const rows = await db
        .select({ id: applications.id, person: persons, firm: firms.name, firmState: firmMembers.state })
        .from(applications)
        .innerJoin(persons, eq(persons.id, applications.personId))
        .leftJoin(firms, eq(firms.id, applications.firmId))
        .leftJoin(
          firmMembers,
          and(eq(firmMembers.firmId, applications.firmId), eq(firmMembers.personId, applications.personId)),
        )
        .where(inArray(applications.id, [...ids, -1]))
      return new Map(
        rows.map(({ id, person, firm, firmState }) => [id, { name: displayName(person), firm, firmState }]),
      )
    },

    /** Applications of an activity in these states, oldest first, a page of them; those who wait in the order of their list. */
    async page(
      activityId: number,
      states: readonly ApplicationState[],
      offset: number,
      limit: number,
    ): Promise<Application[]> {
      const rows = await db
        .select()
        .from(applications)
        .where(and(eq(applications.activityId, activityId), inArray(applications.state, [...states])))
        .orderBy(
          ...(states.includes('waitlisted') ? inLine : [asc(applications.submittedAt), asc(applications.id)]),
        )
        .offset(offset)
        .limit(limit)
      return rows.map(asApplication)
    },

    /** Everybody who has to know when the activity changes. */
    async concernedBy(activityId: number): Promise<Application[]> {
      const rows = await db
        .select()
        .from(applications)
        .where(and(eq(applications.activityId, activityId), inArray(applications.state, [...concerned])))
        .orderBy(asc(applications.id))
      return rows.map(asApplication)
    },
  }
}
