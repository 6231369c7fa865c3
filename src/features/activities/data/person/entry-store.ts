import { eq } from 'drizzle-orm'
import type { Clock } from '../../../../platform/clock.ts'
import type { Database } from '../../../../platform/database.ts'
import { sweep } from '../../../../platform/sweep.ts'
import { handEntries } from './entry-tables.ts'

export type HandEntry = Omit<typeof handEntries.$inferSelect, 'updatedAt'>
type EntryChanges = Partial<Omit<HandEntry, 'personId' | 'activityId'>>

export type EntryStore = ReturnType<typeof entryStore>

/** Whom coordinators are entering by hand, and how far they have come. */
export function entryStore(database: Pick<Database, 'db' | 'query'>, clock: Clock) {
  const { db } = database
  return {
    async begin(personId: number, activityId: number, known: EntryChanges = {}): Promise<void> {
      const nothing = {
        givenNames: null,
        surname: null,
        firmTyped: null,
        firmName: null,
        firmId: null,
        phone: null,
      }
      const values = { activityId, ...nothing, language: null, ...known, updatedAt: clock.now() }
      await db
        .insert(handEntries)
        .values({ personId, ...values })
        .onConflictDoUpdate({ target: handEntries.personId, set: values })
    },

    async of(personId: number): Promise<HandEntry | undefined> {
      const [entry] = await db
        .select()
        .from(handEntries)
        .where(eq(handEntries.personId, personId))
        .for('update')
      return entry
    },

    async change(personId: number, changes: EntryChanges): Promise<void> {
      await db
        .update(handEntries)
        .set({ ...changes, updatedAt: clock.now() })
        .where(eq(handEntries.personId, personId))
    },

    async end(personId: number): Promise<void> {
      await db.delete(handEntries).where(eq(handEntries.personId, personId))
    },

    sweep: sweep(database, { table: 'hand_entries', where: 'updated_at < $1', afterHours: 14 * 24 }),
  }
}
