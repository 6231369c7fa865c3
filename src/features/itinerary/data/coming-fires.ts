import type { Database } from '../../../platform/database.ts'
import type { FireKind } from '../domain/fire.ts'

export type ComingFires = ReturnType<typeof comingFires>

/** Messages of one kind that go out at the same moment. */
export interface Coming {
  dueAt: Temporal.Instant
  kind: FireKind
  itemId: number | null
  people: number
}

export interface ComingPage {
  activityId: number
  from: Temporal.Instant
  to: Temporal.Instant
  offset: number
  limit: number
}

/** Somebody on a list, with the phone to call where the bot does not reach them. */
export interface Listed {
  name: string
  phone: string | null
  isReachable: boolean
}

/** A message that did not arrive, or of which nobody knows. */
export interface Unheard extends Listed {
  state: 'in_doubt' | 'unreachable' | 'refused'
  at: Temporal.Instant
}

const asText = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`
const name = `coalesce(nullif(trim(concat_ws(' ', p.given_names, p.surname)), ''), '#' || p.id)`
const isReachable = `exists (select from accounts a where a.person_id = p.id and a.is_reachable)`

const coming = `from reminder_fires f where f.activity_id = $1 and f.state in ('planned', 'held')
  and f.due_at < $3::timestamptz and f.useless_at > $2::timestamptz`

/** What will go out and what did not arrive, as a coordinator looks at it. */
export function comingFires({ query }: Pick<Database, 'query'>) {
  return {
    /** By moment and item, the soonest first; with how many there are of them, and of messages. */
    async page({ activityId, from, to, offset, limit }: ComingPage) {
      const parameters = [activityId, from.toString(), to.toString()]
      const rows = await query<Omit<Coming, 'dueAt'> & { dueAt: string; total: number; messages: number }>(
        `select ${asText('f.due_at')} as "dueAt", f.kind, f.item_id::int as "itemId", count(*)::int as people,
           (count(*) over ())::int as total, (sum(count(*)) over ())::int as messages
         ${coming} group by f.due_at, f.kind, f.item_id order by f.due_at, f.item_id offset $4 limit $5`,
        [...parameters, offset, limit],
      )
      return {
        total: rows[0]?.total ?? 0,
        messages: rows[0]?.messages ?? 0,
        rows: rows.map(({ dueAt, kind, itemId, people }): Coming => ({
          ...{ kind, itemId, people },
          dueAt: Temporal.Instant.from(dueAt),
        })),
      }
    },

    /** Who gets what goes out at a moment, of an item or of a kind. */
    async people(
      { activityId, from, to, offset, limit }: ComingPage,
      { dueAt, itemId, kind }: { dueAt: Temporal.Instant; itemId: number | null; kind: string },
    ): Promise<{ rows: Listed[]; total: number }> {
      const rows = await query<Listed & { total: number }>(
        `select ${name} as name, p.phone, ${isReachable} as "isReachable", (count(*) over ())::int as total
         from persons p where p.id in (select f.person_id ${coming} and f.due_at = $4::timestamptz and f.kind = $5
           and f.item_id is not distinct from $6::bigint)
         order by ${isReachable}, name, p.id offset $7 limit $8`,
        [...[activityId, from.toString(), to.toString(), dueAt.toString(), kind, itemId], ...[offset, limit]],
      )
      return { rows, total: rows[0]?.total ?? 0 }
    },

    /** What was sent since a moment and is in doubt, reached nobody, or was refused; the newest first. */
    async unheard(
      activityId: number,
      since: Temporal.Instant,
      { offset, limit }: { offset: number; limit: number },
    ): Promise<{ rows: Unheard[]; total: number }> {
      const rows = await query<Omit<Unheard, 'at'> & { at: string; total: number }>(
        `select ${name} as name, p.phone, ${isReachable} as "isReachable", d.state, ${asText('d.created_at')} as at,
           (count(*) over ())::int as total
         from itinerary_deliveries d join persons p on p.id = d.person_id
         where d.activity_id = $1 and d.created_at >= $2::timestamptz
           and d.state in ('in_doubt', 'unreachable', 'refused')
         order by d.created_at desc, d.id desc offset $3 limit $4`,
        [activityId, since.toString(), offset, limit],
      )
      return {
        rows: rows.map((row) => ({ ...row, at: Temporal.Instant.from(row.at) })),
        total: rows[0]?.total ?? 0,
      }
    },
  }
}
