import { eq, sql } from 'drizzle-orm'
import type { Database } from '../../../../platform/database.ts'
import { calendarEntries } from './calendar-tables.ts'

/** What a calendar has been given of an item. */
export type CalendarEntry = Omit<typeof calendarEntries.$inferSelect, 'personId'>

export type CalendarEntryStore = ReturnType<typeof calendarEntryStore>

/** What people's calendars have been given. */
export function calendarEntryStore({ db }: Pick<Database, 'db'>) {
  return {
    async of(personId: number): Promise<CalendarEntry[]> {
      return db.select().from(calendarEntries).where(eq(calendarEntries.personId, personId))
    },

    async keep(personId: number, entries: readonly CalendarEntry[]): Promise<void> {
      if (entries.length === 0) return
      const { personId: person, itemId } = calendarEntries
      await db
        .insert(calendarEntries)
        .values(entries.map((entry) => ({ ...entry, personId })))
        .onConflictDoUpdate({ target: [person, itemId], set: given })
    },
  }
}

const given = {
  uid: sql`excluded.uid`,
  sequence: sql`excluded.sequence`,
  print: sql`excluded.print`,
  title: sql`excluded.title`,
  startsAt: sql`excluded.starts_at`,
  endsAt: sql`excluded.ends_at`,
  zone: sql`excluded.zone`,
  isCancelled: sql`excluded.is_cancelled`,
  changedAt: sql`excluded.changed_at`,
}
