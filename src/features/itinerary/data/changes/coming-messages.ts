import type { Database } from '../../../../platform/database.ts'
import { foldForSearch } from '../../../../shared/search-folding.ts'
import type { FireKind } from '../../domain/fire.ts'

export type ComingMessages = ReturnType<typeof comingMessages>

/**
 * What goes out by itself: reminders, the question before a departure (`roll_call`), tomorrow as a file (`day_file`), a
 * change that waits for others to be told together with (`change`), and one that rings once more (`again`).
 */
export type ComingKind = FireKind | 'roll_call' | 'day_file' | 'change' | 'again'

/** Messages of one kind that go out at the same moment. */
export interface Coming {
  dueAt: Temporal.Instant
  kind: ComingKind
  itemId: number | null
  people: number
}

/** Messages that stand in no row yet, because they follow from the programme. */
export interface Foreseen extends Omit<Coming, 'people'> {
  personIds: readonly number[]
}

export interface ComingPage {
  activityId: number
  from: Temporal.Instant
  to: Temporal.Instant
  foreseen: readonly Foreseen[]
  offset: number
  limit: number
}

/** Somebody on a list, with the phone to call where the bot does not reach them. */
export interface Listed {
  id: number
  name: string
  phone: string | null
  isReachable: boolean
}

/** How many messages somebody gets, and when the first one. */
export interface Recipient extends Listed {
  messages: number
  firstAt: Temporal.Instant
}

const asText = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`
/** The name of a person `p`. */
export const personName = `coalesce(nullif(trim(concat_ws(' ', p.given_names, p.surname)), ''), '#' || p.id)`
/** A phone that somebody is reached by, looked up for each: how many will be asked cannot be foreseen, all accounts are many more. */
const phoneOf = (personId: string) =>
  `(select a.user_id from accounts a where a.person_id = ${personId} and a.is_reachable limit 1)`
export const isPersonReachable = `(${phoneOf('p.id')} is not null)`
const listed = `p.id::int as id, ${personName} as name, p.phone, ${isPersonReachable} as "isReachable"`

/** By the minute, as people read it. */
const coming = `with coming as materialized (
  select date_trunc('minute', due_at) as due_at, kind, item_id, person_id from reminder_fires
  where activity_id = $1 and state in ('planned', 'held') and due_at < $3::timestamptz and useless_at > $2::timestamptz
  union all
  select date_trunc('minute', due_at), 'change', item_id, person_id from pending_changes where activity_id = $1 and due_at < $3::timestamptz
  union all
  select date_trunc('minute', rings_again_at), 'again', case when cardinality(item_ids) = 1 then item_ids[1] end, person_id
  from itinerary_deliveries where activity_id = $1 and seen_at is null
    and rings_again_at >= $2::timestamptz and rings_again_at < $3::timestamptz
  union all
  select date_trunc('minute', f.d::timestamptz), f.t, f.i, p.value::bigint
  from jsonb_to_recordset($4::jsonb) as f(d text, t text, i bigint, p jsonb), jsonb_array_elements_text(f.p) as p)`

const parametersOf = ({ activityId, from, to, foreseen }: ComingPage) => [
  ...[activityId, from.toString(), to.toString()],
  JSON.stringify(
    foreseen.map(({ dueAt, kind: t, itemId: i, personIds: p }) => ({ d: dueAt.toString(), t, i, p })),
  ),
]

/** What will go out, as a coordinator looks at it: by moment and item, or by person. */
export function comingMessages({ query }: Pick<Database, 'query'>) {
  const asComing = <Row extends { dueAt: string }>({ dueAt, ...row }: Row) => ({
    ...row,
    dueAt: Temporal.Instant.from(dueAt),
  })

  return {
    /** The soonest first; with how many there are, of messages, people, and people whom the bot does not reach. */
    async page(page: ComingPage) {
      const rows = await query<
        Omit<Coming, 'dueAt'> & { dueAt: string; total: number; messages: number; unreachable: number }
      >(
        `${coming}, unreachable as (
           select count(*)::int as n from (select distinct person_id from coming) c
           where ${phoneOf('c.person_id')} is null)
         select ${asText('due_at')} as "dueAt", kind, item_id::int as "itemId", count(*)::int as people,
           (count(*) over ())::int as total, (sum(count(*)) over ())::int as messages,
           (select n from unreachable) as unreachable
         from coming group by due_at, kind, item_id order by due_at, item_id, kind offset $5 limit $6`,
        [...parametersOf(page), page.offset, page.limit],
      )
      const { total = 0, messages = 0, unreachable = 0 } = rows[0] ?? {}
      return {
        ...{ total, messages, unreachable },
        rows: rows.map(asComing).map(({ dueAt, kind, itemId, people }): Coming => ({
          ...{ dueAt, kind, itemId, people },
        })),
      }
    },

    /** Who gets what goes out at a moment, of an item or of a kind; whom the bot does not reach first. */
    async whoGets(
      page: ComingPage,
      { dueAt, itemId, kind }: Omit<Coming, 'people'>,
    ): Promise<{ rows: Listed[]; total: number }> {
      const rows = await query<Listed & { total: number }>(
        `${coming} select ${listed}, (count(*) over ())::int as total
         from persons p where p.id in (select person_id from coming
           where due_at = $5::timestamptz and kind = $6 and item_id is not distinct from $7::bigint)
         order by ${isPersonReachable}, name, p.id offset $8 limit $9`,
        [...parametersOf(page), dueAt.toString(), kind, itemId, page.offset, page.limit],
      )
      return { rows, total: rows[0]?.total ?? 0 }
    },

    /** The people who get anything, whom the bot does not reach first; `called`: only those of whose name this is a part. */
    async recipients(page: ComingPage, called = ''): Promise<{ rows: Recipient[]; total: number }> {
      const rows = await query<Omit<Recipient, 'firstAt'> & { firstAt: string; total: number }>(
        `${coming} select ${listed}, count(*)::int as messages, ${asText('min(c.due_at)')} as "firstAt",
           (count(*) over ())::int as total
         from coming c join persons p on p.id = c.person_id
         where lower(unaccent(concat_ws(' ', p.given_names, p.surname))) like $5
         group by p.id order by ${isPersonReachable}, name, p.id offset $6 limit $7`,
        [...parametersOf(page), `%${foldForSearch(called)}%`, page.offset, page.limit],
      )
      return {
        rows: rows.map((row) => ({ ...row, firstAt: Temporal.Instant.from(row.firstAt) })),
        total: rows[0]?.total ?? 0,
      }
    },

    /** What one person gets, the soonest first; undefined where they get nothing. */
    async ofPerson(page: ComingPage, personId: number) {
      const rows = await query<Listed & Omit<Coming, 'dueAt' | 'people'> & { dueAt: string; total: number }>(
        `${coming} select ${listed}, ${asText('c.due_at')} as "dueAt", c.kind, c.item_id::int as "itemId",
           (count(*) over ())::int as total
         from coming c join persons p on p.id = c.person_id where c.person_id = $5
         order by c.due_at, c.item_id, c.kind offset $6 limit $7`,
        [...parametersOf(page), personId, page.offset, page.limit],
      )
      const [first] = rows
      if (!first) return undefined
      const { id, name, phone, isReachable, total } = first
      return {
        ...{ person: { id, name, phone, isReachable }, total },
        rows: rows.map(asComing).map(({ dueAt, kind, itemId }) => ({ dueAt, kind, itemId })),
      }
    },
  }
}
