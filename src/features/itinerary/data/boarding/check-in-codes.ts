import { eq } from 'drizzle-orm'
import type { Clock } from '../../../../platform/clock.ts'
import type { Database } from '../../../../platform/database.ts'
import { newToken } from '../../../../platform/tokens.ts'
import { checkInCodes } from './check-in-tables.ts'

export type CheckInCodes = ReturnType<typeof checkInCodeStore>

/** The codes that count for whatever of an activity is going on. */
export function checkInCodeStore({ db }: Pick<Database, 'db'>, clock: Clock) {
  return {
    /** The code of an activity; made where there is none yet. */
    async of(activityId: number): Promise<string> {
      await db
        .insert(checkInCodes)
        .values({ activityId, token: newToken(), createdAt: clock.now() })
        .onConflictDoNothing()
      const [row] = await db.select().from(checkInCodes).where(eq(checkInCodes.activityId, activityId))
      if (!row) throw new Error('a code was not made')
      return row.token
    },

    /** The activity whose code somebody has read from the wall. */
    async activityOf(token: string): Promise<number | undefined> {
      const [row] = await db.select().from(checkInCodes).where(eq(checkInCodes.token, token))
      return row?.activityId
    },
  }
}
