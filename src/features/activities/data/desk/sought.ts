import type { Reach } from '../../../people/index.ts'
import type { ApplicationFilter, Standing } from '../../domain/desk/application-filter.ts'
import type { SearchWords } from '../../domain/desk/search-words.ts'
import { inSql, standingStates } from '../../domain/life-cycle.ts'
import { fitsWords, foundBy, waysToFind } from './found-by-words.ts'
import { among, type Given } from './parameters.ts'

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
export const isSmall = ({ reach, filter }: Sought): boolean =>
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
