import { eq } from 'drizzle-orm'
import type { Clock } from '../../../../platform/clock.ts'
import type { Database } from '../../../../platform/database.ts'
import { calendarLinks } from './calendar-tables.ts'

export type CalendarLinkStore = ReturnType<typeof calendarLinkStore>

/** The private addresses under which calendars fetch a programme. */
export function calendarLinkStore({ db }: Pick<Database, 'db'>, clock: Clock) {
  return {
    /** Gives somebody an address; the one they had ends. */
    async renew(personId: number, tokenHash: string): Promise<void> {
      const createdAt = clock.now()
      await db
        .insert(calendarLinks)
        .values({ personId, tokenHash, createdAt })
        .onConflictDoUpdate({ target: calendarLinks.personId, set: { tokenHash, createdAt } })
    },

    /** Ends the address; false where there was none. */
    async end(personId: number): Promise<boolean> {
      const ended = await db
        .delete(calendarLinks)
        .where(eq(calendarLinks.personId, personId))
        .returning({ personId: calendarLinks.personId })
      return ended.length > 0
    },

    async isThere(personId: number): Promise<boolean> {
      return (await db.$count(calendarLinks, eq(calendarLinks.personId, personId))) > 0
    },

    /** Whose address it is. */
    async personOf(tokenHash: string): Promise<number | undefined> {
      const [row] = await db
        .select({ personId: calendarLinks.personId })
        .from(calendarLinks)
        .where(eq(calendarLinks.tokenHash, tokenHash))
      return row?.personId
    },
  }
}
