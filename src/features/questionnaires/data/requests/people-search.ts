import type { Database } from '../../../../platform/database.ts'
import { foldForSearch } from '../../../../shared/search-folding.ts'
import type { Reach } from '../../../people/index.ts'

export type PeopleSearch = ReturnType<typeof peopleSearch>

/** Somebody found by their name or their firm's. */
export interface FoundPerson {
  id: number
  name: string
  firm: string | null
}

const named = `select p.id::int as id, concat_ws(' ', p.given_names, p.surname) as name,
    (select min(f.name) from firm_members m join firms f on f.id = m.firm_id
      where m.person_id = p.id and m.state = 'member') as firm
  from persons p`

/** Takes part in something that this reach covers. */
const isInReach = `($2::jsonb is null or exists (select 1 from applications a join activities act on act.id = a.activity_id
    where a.person_id = p.id and a.state not in ('draft', 'withdrawn', 'rejected', 'declined')
      and act.code in (select jsonb_array_elements_text($2::jsonb))))`

/** People by their names or their firms', as far as somebody may know of them. */
export function peopleSearch({ query }: Pick<Database, 'query'>) {
  const codes = (reach: Reach) => (reach === 'everywhere' ? null : JSON.stringify(reach))
  return {
    async byName(text: string, reach: Reach, limit: number): Promise<FoundPerson[]> {
      const folded = foldForSearch(text)
      if (folded.length < 2) return []
      return query(
        `${named} where ${isInReach} and (p.given_names is not null or p.surname is not null)
           and (lower(unaccent(concat_ws(' ', p.given_names, p.surname))) like $1
             or exists (select 1 from firm_members m join firms f on f.id = m.firm_id
               where m.person_id = p.id and m.state = 'member' and f.folded_name like $1))
         order by p.surname, p.given_names, p.id limit $3`,
        [`%${folded}%`, codes(reach), limit],
      )
    },

    /** Those of these numbers who are in reach. */
    async byIds(ids: readonly number[], reach: Reach): Promise<FoundPerson[]> {
      if (ids.length === 0) return []
      return query(
        `${named} where ${isInReach} and p.id in (select (jsonb_array_elements_text($1::jsonb))::bigint)
         order by p.surname, p.given_names, p.id`,
        [JSON.stringify(ids), codes(reach)],
      )
    },
  }
}
