import { and, count, eq, inArray, sql } from 'drizzle-orm'
import type { Database } from '../../../platform/database.ts'
import type { Reach } from '../../people/index.ts'
import type { Seats } from '../domain/seats.ts'
import { running, within } from './activity-lists.ts'
import { applications } from './tables.ts'
import { activities } from './tables.ts'
import { seated, type ApplicationState } from '../domain/life-cycle.ts'

/** How many applications there are: seats, states, what waits for a decision. */
export function applicationCounts({ db }: Pick<Database, 'db'>) {
  return {
    /** Seats held, under the activity's lock. */
    async seats(activityId: number, firmId: number | null): Promise<Seats> {
      const [row] = await db
        .select({
          taken: count(),
          takenByFirm: sql<number>`(count(*) filter (where ${applications.firmId} = ${firmId}))::int`,
        })
        .from(applications)
        .where(and(eq(applications.activityId, activityId), inArray(applications.state, [...seated])))
      return { taken: row?.taken ?? 0, takenByFirm: row?.takenByFirm ?? 0 }
    },

    /** How many are in each state. */
    async countByState(
      activityIds: readonly number[],
    ): Promise<Map<number, Partial<Record<ApplicationState, number>>>> {
      const rows = await db
        .select({ activityId: applications.activityId, state: applications.state, count: count() })
        .from(applications)
        .where(inArray(applications.activityId, [...activityIds, -1]))
        .groupBy(applications.activityId, applications.state)
      const counts = new Map<number, Partial<Record<ApplicationState, number>>>()
      for (const row of rows)
        counts.set(row.activityId, { ...counts.get(row.activityId), [row.state]: row.count })
      return counts
    },

    /** How many wait for a decision in the running activities that these grants reach. */
    async undecided(today: Temporal.PlainDate, reach: Reach): Promise<number> {
      const [row] = await db
        .select({ count: count() })
        .from(applications)
        .innerJoin(activities, eq(activities.id, applications.activityId))
        .where(and(eq(applications.state, 'submitted'), within(reach), running(today)))
      return row?.count ?? 0
    },
  }
}
