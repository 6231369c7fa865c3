import type { Database } from '../../../../platform/database.ts'
import { displayName } from '../../../people/index.ts'
import type { ApplicationState } from '../../domain/life-cycle.ts'
import { waysToFind } from './found-by-words.ts'
import { parameters } from './parameters.ts'
import { fromSought, isSmall, type Sought } from './sought.ts'

/** An application as a list shows it. */
export interface FoundApplication {
  id: number
  number: number | null
  state: ApplicationState
  activityId: number
  code: string
  name: string
  firm: string | null
  firmState: string | null
}

export type ApplicationSearch = ReturnType<typeof applicationSearch>

/** So many are counted; whoever looks for fewer chooses further. */
export const mostCounted = 1_000

/** What waits goes by how long; what is only listed by activity, so that a page of it is read and not all. */
function orderOf({ filter: { standing, activityId }, words }: Sought): string {
  if (words) return 'a.submitted_at desc, a.id desc'
  if (standing === 'waitlisted') return 'x.starts_on, x.id, -a.waiting_priority, a.waiting_since, a.id'
  const isWaiting = standing === 'decide' || standing === 'offers' || standing === 'coming'
  return isWaiting || activityId !== undefined ? 'a.submitted_at, a.id' : 'x.starts_on, x.id, a.number, a.id'
}

/** The lists of applications on the desk: filtered, a page at a time, one statement each. */
export function applicationSearch({ query }: Pick<Database, 'query'>) {
  async function pageOf(
    sought: Sought,
    { offset, limit }: { offset: number; limit: number },
    ways: ReturnType<typeof waysToFind>[number] | undefined,
  ): Promise<{ rows: FoundApplication[]; total: number }> {
    const { values, given } = parameters()
    const from = fromSought(sought, given, ways)
    const rows = await query<Omit<FoundApplication, 'name'> & Names & { total: number }>(
      `with page as materialized (
           select a.id, a.activity_id, a.person_id, a.firm_id, a.number, a.state, x.code,
             row_number() over (order by ${orderOf(sought)}) as place ${sought.words ? ', count(*) over () as total' : ''}
           ${from} order by ${orderOf(sought)} offset ${given(offset)}::int limit ${given(limit)}::int)
         select s.id::int, s.number, s.state, s.activity_id::int as "activityId", s.code,
           ${sought.words ? 's.total::int' : `(select count(*) from (select ${from} limit ${mostCounted}) c)::int as total`},
           p.id::int as "personId", p.given_names as "givenNames", p.surname, f.name as firm, m.state as "firmState"
         from page s join persons p on p.id = s.person_id left join firms f on f.id = s.firm_id
           left join firm_members m on m.firm_id = s.firm_id and m.person_id = s.person_id
         order by s.place`,
      values,
    )
    const found = rows.map(({ personId, givenNames, surname, total: _total, ...row }) => ({
      ...row,
      name: displayName({ id: personId, givenNames, surname }),
    }))
    return { rows: found, total: rows[0]?.total ?? 0 }
  }

  return {
    /** A page, and how many there are; more than can be turned through are not counted. */
    async page(sought: Sought, at: { offset: number; limit: number }) {
      const attempts = sought.words && !isSmall(sought) ? waysToFind(sought.words) : [undefined]
      for (const ways of attempts) {
        const found = await pageOf(sought, at, ways)
        if (found.total > 0) return found
      }
      return { rows: [], total: 0 }
    },

    /** What needs a decision, a word or a look today. */
    async numbers(at: Pick<Sought, 'reach' | 'now' | 'homeTimeZone'>): Promise<Record<Counted, number>> {
      const { values, given } = parameters()
      const counted = (standing: Counted) =>
        `(select count(*) ${fromSought({ ...at, filter: { standing } }, given)})::int as ${standing}`
      const [row] = await query<Record<Counted, number>>(
        `select ${(['decide', 'coming', 'offers'] as const).map(counted).join(', ')}`,
        values,
      )
      return row ?? { decide: 0, coming: 0, offers: 0 }
    },
  }
}

type Counted = 'decide' | 'coming' | 'offers'

interface Names {
  personId: number
  givenNames: string | null
  surname: string | null
}
