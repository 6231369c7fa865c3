import { and, count, eq, inArray, sql } from 'drizzle-orm'
import type { Database } from '../../../platform/database.ts'
import type { Seats } from '../domain/seats.ts'
import { applications } from './tables.ts'
import { seated, type ApplicationState } from '../domain/life-cycle.ts'

/** How many applications there are: seats, states. */
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
  }
}
