import { and, eq, gt } from 'drizzle-orm'
import { screens } from '../../../bot/data/tables.ts'
import type { Clock } from '../../../platform/clock.ts'
import type { Database } from '../../../platform/database.ts'

/** Whether somebody has been shown a live message within the last day, as the sender has noted it: once a day is enough. */
export function askedToday({ db }: Pick<Database, 'db'>, clock: Clock) {
  return async (userId: number, screen: string): Promise<boolean> => {
    const since = clock.now().subtract({ hours: 24 })
    const [row] = await db
      .select({ chatId: screens.chatId })
      .from(screens)
      .where(and(eq(screens.chatId, userId), eq(screens.name, screen), gt(screens.updatedAt, since)))
    return row !== undefined
  }
}
