import type { Database } from '../../../platform/database.ts'
import { isLanguage, type Language } from '../../../shared/localized-text.ts'

export type ReadersOfCopies = ReturnType<typeof readingCopies>

/** Somebody who has got a broadcast or will. */
export interface CopyReader {
  recipientId: number
  personId: number
  /** The words stand under a picture or a file. */
  isCaption: boolean
}

/** Who reads the copies of a broadcast, in which language. */
export function readingCopies({ query }: Pick<Database, 'query'>) {
  return {
    /** How many have it, or will get it, in each language; and how many of them have it by now. */
    async count(broadcastId: number): Promise<Partial<Record<Language, { people: number; have: number }>>> {
      const rows = await query<{ language: string; people: number; have: number }>(
        `select language, count(*)::int as people,
           count(*) filter (where state in ('sent', 'in_doubt', 'sending'))::int as have
         from broadcast_recipients where broadcast_id = $1 and language is not null
           and state in ('sent', 'in_doubt', 'sending', 'waiting', 'quiet') group by language`,
        [broadcastId],
      )
      return Object.fromEntries(
        rows.flatMap(({ language, ...numbers }) => (isLanguage(language) ? [[language, numbers]] : [])),
      )
    },

    /** A page of those who read a language, after the last of the page before. */
    page: (
      broadcastId: number,
      language: Language,
      { after, limit }: { after: number; limit: number },
    ): Promise<CopyReader[]> =>
      query<CopyReader>(
        `select id::int as "recipientId", person_id::int as "personId", is_caption as "isCaption" from broadcast_recipients
         where broadcast_id = $1 and language = $2 and id > $3
           and state in ('sent', 'in_doubt', 'sending', 'waiting', 'quiet') order by id limit $4`,
        [broadcastId, language, after, limit],
      ),
  }
}
