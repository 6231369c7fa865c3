import type { Database } from '../../../platform/database.ts'
import { isLanguage, type Language } from '../../../shared/localized-text.ts'
import type { Audience } from '../domain/audience.ts'
import type { AudienceQueries } from './audience-query.ts'
import { firmOf } from './firm-of.ts'
import { firstPhone } from './first-phone.ts'

/** How many an audience has, and of those who can be told which languages they read. */
export interface AudienceNumbers {
  people: number
  byLanguage: Readonly<Partial<Record<Language, number>>>
  /** All of their phones have blocked the bot. */
  blocked: number
  /** No phone of theirs has ever written. */
  neverStarted: number
}

/** Somebody whom no phone reaches. */
export interface Unreachable {
  personId: number
  givenNames: string | null
  surname: string | null
  firm: string | null
  /** E.164. */
  phone: string | null
  because: 'blocked' | 'neverStarted'
}

export type AudienceLook = ReturnType<typeof audienceNumbers>

/** What an audience looks like before anything is sent: one statement each, however many they are. */
export function audienceNumbers({ query }: Pick<Database, 'query'>, queries: AudienceQueries) {
  return {
    async count(audience: Audience): Promise<AudienceNumbers> {
      const { text, parameters } = await queries(audience, 0)
      const rows = await query<{ language: string | null; is_reachable: boolean | null; count: number }>(
        `select phone.language, phone.is_reachable, count(*)::int as count from (${text}) w ${phones} group by 1, 2`,
        parameters,
      )
      const sum = (some: typeof rows) => some.reduce((total, { count }) => total + count, 0)
      const byLanguage: Partial<Record<Language, number>> = {}
      for (const { language, is_reachable: isReachable, count } of rows)
        if (isReachable && isLanguage(language)) byLanguage[language] = count
      return {
        people: sum(rows),
        byLanguage,
        blocked: sum(rows.filter((row) => row.is_reachable === false)),
        neverStarted: sum(rows.filter((row) => row.is_reachable === null)),
      }
    },

    /** Whom no phone reaches, by name, a page of them. */
    async unreachable(
      audience: Audience,
      { offset, limit }: { offset: number; limit: number },
    ): Promise<Unreachable[]> {
      const { text, parameters } = await queries(audience, 3)
      return query<Unreachable>(
        `select p.id::int as "personId", p.given_names as "givenNames", p.surname, p.phone,
           ${firmOf('p.id', '$3::bigint')} as firm,
           case when phone.is_reachable is null then 'neverStarted' else 'blocked' end as because
         from (${text}) w ${phones} join persons p on p.id = w.person_id
         where phone.is_reachable is not true order by lower(unaccent(p.surname)), lower(unaccent(p.given_names)), p.id offset $1 limit $2`,
        [offset, limit, audience.activityId, ...parameters],
      )
    },
  }
}

const phones = `left join lateral ${firstPhone('w.person_id', 'a.language, a.is_reachable')} phone on true`
