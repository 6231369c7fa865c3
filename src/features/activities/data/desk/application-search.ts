import type { Database } from '../../../../platform/database.ts'
import { displayName, type Reach } from '../../../people/index.ts'
import type { ApplicationFilter, Standing } from '../../domain/desk/application-filter.ts'
import type { SearchWords } from '../../domain/desk/search-words.ts'
import { inSql, standingStates, type ApplicationState } from '../../domain/life-cycle.ts'
import { fitsWords, foundBy, waysToFind } from './found-by-words.ts'
import { among, parameters, type Given } from './parameters.ts'

/** What is asked for, at which moment, by whom. */
export interface Sought {
  filter: ApplicationFilter
  words?: SearchWords
  /** Of whom only these are meant, where another room says who lacks something. */
  only?: readonly number[]
  reach: Reach
  now: Temporal.Instant
  homeTimeZone: string
}

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

/** Days before the last one on which whoever has not said that they are coming is asked for the first time. */
const daysAsked = 3

const left = ['declined', 'withdrawn', 'replaced', 'no_show', 'cancelled_by_organiser']
const states: Readonly<Record<Standing, readonly string[]>> = {
  decide: ['submitted'],
  asked: ['info_requested'],
  approved: standingStates.approved,
  coming: ['approved'],
  waitlisted: standingStates.waitlisted,
  offers: ['offered'],
  rejected: ['rejected'],
  left,
}

/** SQL: its first day has not come where it takes place. */
const isAhead = (now: string) =>
  `(${now}::timestamptz at time zone x.time_zone)::date < x.starts_on and x.state <> 'cancelled'`

/** SQL: whoever has a seat, is asked whether they are coming, and has not said so. */
const isSilent = (now: string) =>
  `a.coming_at is null and ${isAhead(now)} and x.details ->> 'confirmBy' is not null
   and (x.details ->> 'confirmBy')::date <= (${now}::timestamptz at time zone x.time_zone)::date + ${daysAsked}`

/** SQL: the seat is held until some hour of today. */
const endsToday = (now: string, zone: string) =>
  `a.offer_expires_at >= ${now}::timestamptz
   and a.offer_expires_at < (((${now}::timestamptz at time zone ${zone})::date + 1)::timestamp at time zone ${zone})`

/** Values that a statement may need and names once. */
interface Moments {
  now(): string
  zone(): string
}

/** SQL: the activities that somebody runs and that are not over; all of them, where words were typed or one is named. */
function ofActivities({ filter, words, reach }: Sought, { now, zone }: Moments, given: Given): string[] {
  const isAnyTime = filter.activityId !== undefined || words !== undefined
  return [
    ...(reach === 'everywhere'
      ? []
      : [`x.code = any (array(select jsonb_array_elements_text(${given(JSON.stringify(reach))}::jsonb)))`]),
    ...(filter.activityId === undefined ? [] : [`x.id = ${given(filter.activityId)}::bigint`]),
    ...(isAnyTime
      ? []
      : [`x.ends_on >= (${now()}::timestamptz at time zone ${zone()})::date and x.state <> 'cancelled'`]),
  ]
}

function conditions(sought: Sought, given: Given): string[] {
  const { filter, only } = sought
  const now = once(() => given(sought.now.toString()))
  const zone = once(() => `${given(sought.homeTimeZone)}::text`)
  const { standing, firmId, cluster, language, group } = filter
  return [
    ...ofActivities(sought, { now, zone }, given),
    standing === undefined ? `a.state <> 'draft'` : `a.state in (${inSql(states[standing])})`,
    ...(standing === 'coming' ? [isSilent(now())] : []),
    ...(standing === 'offers' ? [endsToday(now(), zone())] : []),
    ...(firmId === undefined ? [] : [`a.firm_id = ${given(firmId)}::bigint`]),
    ...(cluster === undefined
      ? []
      : [`exists (select from firms k where k.id = a.firm_id and k.cluster = ${given(cluster)})`]),
    ...(language === undefined
      ? []
      : [
          `exists (select from accounts c where c.person_id = a.person_id and c.language = ${given(language)})`,
        ]),
    ...(group === undefined
      ? []
      : [
          `exists (select from participant_details d, unnest(d.groups || d.bus) g
             where d.application_id = a.id and ${groupMark} = ${given(group)})`,
        ]),
    ...(only === undefined ? [] : [`a.id = ${among(only, given)}`]),
  ]
}

function once(make: () => string): () => string {
  let made: string | undefined
  return () => (made ??= make())
}

/** SQL: what a group `g` is called in a button. */
export const groupMark = 'left(md5(g), 6)'

/** Whether so few applications are in question that each is looked at. */
const isSmall = ({ reach, filter }: Sought): boolean =>
  reach !== 'everywhere' || filter.activityId !== undefined

/** SQL: the applications that are sought, under `a`, and their activities, under `x`; of what was typed in any of these ways. */
export function fromSought(
  sought: Sought,
  given: Given,
  ways = sought.words && waysToFind(sought.words).flat(),
): string {
  const { words } = sought
  const all = conditions(sought, given)
  const where =
    words === undefined || ways === undefined
      ? all
      : isSmall(sought)
        ? [...all, fitsWords(words, given)]
        : [`a.id in (${foundBy(ways, given, all)})`]
  return `from activities x join applications a on a.activity_id = x.id where ${where.join(' and ')}`
}

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
