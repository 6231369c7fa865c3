import { and, eq } from 'drizzle-orm'
import type { Clock } from '../../../../platform/clock.ts'
import type { Database } from '../../../../platform/database.ts'
import { sweep } from '../../../../platform/sweep.ts'
import { applicationSearches } from '../desk-tables.ts'

export type SearchStore = ReturnType<typeof searchStore>

/** What coordinators have typed to find applications; a day later they type it again. */
export function searchStore(database: Pick<Database, 'db' | 'query'>, clock: Clock) {
  const { db } = database
  return {
    async keep(personId: number, words: string): Promise<number> {
      const [row] = await db
        .insert(applicationSearches)
        .values({ personId, words, askedAt: clock.now() })
        .returning({ id: applicationSearches.id })
      if (!row) throw new Error('a search was not kept')
      return row.id
    },

    /** One's own. */
    async wordsOf(id: number, personId: number): Promise<string | undefined> {
      const [row] = await db
        .select({ words: applicationSearches.words })
        .from(applicationSearches)
        .where(and(eq(applicationSearches.id, id), eq(applicationSearches.personId, personId)))
      return row?.words
    },

    sweep: sweep(database, { table: 'application_searches', where: 'asked_at < $1', afterHours: 24 }),
  }
}
