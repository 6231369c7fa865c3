import { and, eq, gt } from 'drizzle-orm'
import type { Clock } from '../../../../platform/clock.ts'
import type { Database } from '../../../../platform/database.ts'
import { sweep } from '../../../../platform/sweep.ts'
import { changeWatchers } from './change-tables.ts'

export type ChangeWatchers = ReturnType<typeof changeWatcherStore>

/** So long the changes of a programme stand on the coordinators' card, and so long they are followed. */
export const hoursOfCard = 24

/** Who follows how the changes of a programme are taken. */
export function changeWatcherStore(database: Pick<Database, 'db' | 'query'>, clock: Clock) {
  const { db } = database
  return {
    /** Somebody has published a change, or asks how it stands. */
    async add(activityId: number, personId: number): Promise<void> {
      const since = clock.now()
      await db
        .insert(changeWatchers)
        .values({ activityId, personId, since })
        .onConflictDoUpdate({
          target: [changeWatchers.activityId, changeWatchers.personId],
          set: { since },
        })
    },

    async of(activityId: number): Promise<number[]> {
      const since = clock.now().subtract({ hours: hoursOfCard })
      const rows = await db
        .select({ personId: changeWatchers.personId })
        .from(changeWatchers)
        .where(and(eq(changeWatchers.activityId, activityId), gt(changeWatchers.since, since)))
      return rows.map(({ personId }) => personId)
    },

    sweep: sweep(database, { table: 'change_watchers', where: 'since < $1', afterHours: hoursOfCard }),
  }
}
