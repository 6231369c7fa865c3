import { eq } from 'drizzle-orm'
import type { Clock } from '../../../platform/clock.ts'
import type { Database } from '../../../platform/database.ts'
import { sweep } from '../../../platform/sweep.ts'
import { coordinatorSettings } from './desk-tables.ts'

export type SettingStore = ReturnType<typeof settingStore>
export type Hearing = 'at_once' | 'digest'

/** What each coordinator has chosen; at once unless they said otherwise. */
export function settingStore(database: Pick<Database, 'db' | 'query'>, clock: Clock) {
  const { db } = database
  return {
    async hearsOf(personId: number): Promise<Hearing> {
      const [row] = await db
        .select()
        .from(coordinatorSettings)
        .where(eq(coordinatorSettings.personId, personId))
      return (row?.hears as Hearing | undefined) ?? 'at_once'
    },

    /** Who reads digests, and up to when they have been told. */
    async digestReaders(): Promise<{ personId: number; digestedAt: Temporal.Instant | null }[]> {
      return db.select().from(coordinatorSettings).where(eq(coordinatorSettings.hears, 'digest'))
    },

    /** What came before the choice has been told already. */
    async choose(personId: number, hears: Hearing): Promise<void> {
      const digestedAt = clock.now()
      await db
        .insert(coordinatorSettings)
        .values({ personId, hears, digestedAt })
        .onConflictDoUpdate({ target: coordinatorSettings.personId, set: { hears, digestedAt } })
    },

    async markDigested(personId: number, digestedAt: Temporal.Instant): Promise<void> {
      await db
        .update(coordinatorSettings)
        .set({ digestedAt })
        .where(eq(coordinatorSettings.personId, personId))
    },

    /** Go with the last trace of the role. */
    sweep: sweep(database, {
      table: 'coordinator_settings',
      where: 'not exists (select 1 from roles where roles.person_id = coordinator_settings.person_id)',
    }),
  }
}
