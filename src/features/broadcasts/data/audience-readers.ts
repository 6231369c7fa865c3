import type { Database } from '../../../platform/database.ts'
import type { Language } from '../../../shared/localized-text.ts'
import type { Audience } from '../domain/audience.ts'
import type { AudienceQueries } from './audience-query.ts'
import { firstPhone } from './first-phone.ts'

/** Somebody of an audience who can be told, in the language of their phone. */
export interface Reader {
  personId: number
  givenNames: string | null
  surname: string | null
}

export type ReadersOf = ReturnType<typeof readingReaders>

/** The people of an audience who read a language, a page of them by their number, after the last of the page before. */
export function readingReaders({ query }: Pick<Database, 'query'>, queries: AudienceQueries) {
  return async (
    audience: Audience,
    language: Language,
    { after, limit }: { after: number; limit: number },
  ): Promise<Reader[]> => {
    const { text, parameters } = await queries(audience, 3)
    return query<Reader>(
      `select p.id::int as "personId", p.given_names as "givenNames", p.surname from (${text}) w
       join persons p on p.id = w.person_id
       join lateral ${firstPhone('w.person_id', 'a.language, a.is_reachable')} phone on phone.is_reachable
       where phone.language = $1 and p.id > $2 order by p.id limit $3`,
      [language, after, limit, ...parameters],
    )
  }
}
