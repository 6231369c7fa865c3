import { asc, eq, lte, min } from 'drizzle-orm'
import type { Clock } from '../../../../platform/clock.ts'
import type { Database } from '../../../../platform/database.ts'
import { isLanguage, type Language } from '../../../../shared/localized-text.ts'
import { rehearsals } from './reminder-tables.ts'

export type RehearsalStore = ReturnType<typeof rehearsalStore>

/** A rehearsal that is being played to a coordinator. */
export interface Rehearsal {
  personId: number
  activityId: number
  language: Language
  /** How many messages have been played. */
  played: number
}

/** Rehearsals, each until it has been played or stopped; somebody has one at a time. */
export function rehearsalStore({ db }: Pick<Database, 'db'>, clock: Clock) {
  const of = async (personId: number): Promise<Rehearsal | undefined> => {
    const [row] = await db.select().from(rehearsals).where(eq(rehearsals.personId, personId))
    return row && asRehearsal(row)
  }

  return {
    of,
    async begin(personId: number, activityId: number, language: Language): Promise<void> {
      const set = { activityId, language, played: 0, nextAt: clock.now() }
      await db
        .insert(rehearsals)
        .values({ personId, ...set })
        .onConflictDoUpdate({ target: rehearsals.personId, set })
    },
    async nextDue(): Promise<Temporal.Instant | undefined> {
      const [row] = await db.select({ at: min(rehearsals.nextAt) }).from(rehearsals)
      return row?.at ?? undefined
    },
    /** One that has something to play, held by this transaction. */
    async claim(now: Temporal.Instant): Promise<Rehearsal | undefined> {
      const [row] = await db
        .select()
        .from(rehearsals)
        .where(lte(rehearsals.nextAt, now))
        .orderBy(asc(rehearsals.nextAt))
        .limit(1)
        .for('update', { skipLocked: true })
      return row && asRehearsal(row)
    },
    async goOn(personId: number, played: number, nextAt: Temporal.Instant): Promise<void> {
      await db.update(rehearsals).set({ played, nextAt }).where(eq(rehearsals.personId, personId))
    },
    end: async (personId: number): Promise<void> =>
      void (await db.delete(rehearsals).where(eq(rehearsals.personId, personId))),
  }
}

const asRehearsal = ({ language, ...row }: typeof rehearsals.$inferSelect): Rehearsal => ({
  ...row,
  language: isLanguage(language) ? language : 'en',
})
