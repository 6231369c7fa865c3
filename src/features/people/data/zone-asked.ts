import { and, eq, gt } from 'drizzle-orm'
import { screens } from '../../../bot/data/tables.ts'
import type { Clock } from '../../../platform/clock.ts'
import type { Database } from '../../../platform/database.ts'

/** The live message in which somebody is asked for their time zone; the sender notes when. */
export const zoneScreen = 'zone'

/** Whether somebody has been asked for their time zone within the last day: once a day is enough. */
export function zoneAsked({ db }: Pick<Database, 'db'>, clock: Clock) {
  return async (userId: number): Promise<boolean> => {
    const since = clock.now().subtract({ hours: 24 })
    const [row] = await db
      .select({ chatId: screens.chatId })
      .from(screens)
      .where(and(eq(screens.chatId, userId), eq(screens.name, zoneScreen), gt(screens.updatedAt, since)))
    return row !== undefined
  }
}
