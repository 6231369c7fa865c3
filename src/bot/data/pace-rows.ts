import type { Database } from '../../platform/database.ts'
import { sweep } from '../../platform/sweep.ts'

/** A call that would like to start now. */
export interface WantedPlace {
  outboxId: number
  chatId: number
  screen: string | null
  /** Whether it can make a message at all, and so count for the whole bot. */
  isMessage: boolean
  /** A new message even where the screen has one. */
  isFresh: boolean
  /** A delivery: with its place it is written down that its call may have left. */
  isOnce: boolean
}

export interface GrantedPlace {
  outboxId: number
  /** The message the call's screen stands in, if any. */
  screenMessageId: number | null
  /** The message that is pinned for the screen. */
  pinnedMessageId: number | null
  /** No place, because the call is not this process's to make any more: another one has taken it over. */
  isGone: boolean
}

export interface Pace {
  /** Messages a second, for the whole bot. */
  rate: number
  /** Calls one chat may get at once, before one a second. */
  chatBurst?: number
}

export type PaceRows = ReturnType<typeof paceRows>

/**
 * The pace that all processes share, machine time. The whole bot: a message may start when the one `rate` before it is
 * at least 1.02 s old. A chat: a burst of 5, then one a second; a group: 5, then one every 4 s (so never more than 20 in
 * a minute). What Telegram's 429 asked for holds for everybody.
 */
export function paceRows(database: Pick<Database, 'query' | 'queryAlone'>, { rate, chatBurst = 5 }: Pace) {
  const { query, queryAlone } = database
  let preparedAt = -Infinity

  async function prepare(): Promise<void> {
    preparedAt = performance.now()
    await query(
      `insert into send_places (place, taken_at) select n, clock_timestamp() - interval '1 minute'
         from generate_series(0, $1::int - 1) n on conflict do nothing`,
      [rate],
    )
    await query(`insert into send_cursor (one, head) values (true, 0) on conflict do nothing`, [])
  }

  return {
    prepare,

    /** Grants as many of the wanted places as there are, in the order given. One statement. */
    async take(wanted: readonly WantedPlace[], processNumber: number): Promise<GrantedPlace[]> {
      const rows = await queryAlone<GrantedRow>(
        wanted.some(({ isOnce }) => isOnce) ? takeWithDeliveries : takeStatement,
        [JSON.stringify(wanted.map(asRecord)), rate, chatBurst - 1, processNumber],
      )
      // The tables of the pace are not in the write-ahead log: a server that has crashed comes back with them empty.
      if (rows.length === 0 && performance.now() - preparedAt > 1000) await prepare()
      return rows.map((row) => ({
        outboxId: Number(row.id),
        screenMessageId: row.message_id,
        pinnedMessageId: row.pinned_id,
        isGone: row.is_gone,
      }))
    },

    /** Nobody writes to the chat (0: to anybody) for so many seconds. */
    async pause(chatId: number, seconds: number): Promise<void> {
      await query(
        `insert into send_pauses (chat_id, until) values ($1, clock_timestamp() + $2 * interval '1 second')
         on conflict (chat_id) do update set until = greatest(send_pauses.until, excluded.until)`,
        [chatId, seconds],
      )
    },

    /** What has been free for an hour, and pauses that are over: machine time. */
    sweeps: [
      sweep(database, { table: 'send_paces', where: "free_at < clock_timestamp() - interval '1 hour'" }),
      sweep(database, { table: 'send_pauses', where: 'until < clock_timestamp()' }),
    ],
  }
}

interface GrantedRow {
  id: string
  message_id: number | null
  pinned_id: number | null
  is_gone: boolean
}

const asRecord = ({ outboxId: i, chatId: c, screen: s, isMessage: m, isFresh: f, isOnce: o }: WantedPlace) =>
  o ? { i, c, s, m, f, o } : { i, c, s, m, f }

/**
 * `wanted`: what is asked for, and whether this process still owes it. `ready`: the first call of each chat that nothing
 * holds back: no call of the same chat whose turn is before, in any process, no pause, its chat not written to too fast. `free`: the
 * places of the ring, from its head on, whose last use is old enough; only messages need one. Then both are charged.
 * `left_now`: deliveries whose call may leave now; one that another process has just taken over is left to that one.
 *
 * What is looked up by key is a value of its own here: joined, it would be planned as a walk through the whole table.
 */
const take = (withDeliveries: boolean) => `
  with wanted as materialized (
    select w.i as id, w.c as chat, s.message_id, s.pinned_id, ${withDeliveries ? 'coalesce(w.o, false) as is_once,' : ''} w.m and (w.f or s.message_id is null) as makes, w.ord,
      (select o.claimed_by from outbox o where o.id = w.i) is not distinct from $4::int as is_owed
    from rows from (jsonb_to_recordset($1::jsonb) as (i bigint, c bigint, s text, m boolean, f boolean, o boolean))
      with ordinality as w(i, c, s, m, f, o, ord)
      left join lateral (select message_id, pinned_id from screens where chat_id = w.c and name = w.s offset 0) s on true),
  pace as materialized (select clock_timestamp() as moment),
  ready as materialized (
    select w.*, case when w.makes then row_number() over (partition by w.makes order by w.ord) end as nth
    from wanted w, pace
    where w.is_owed and (select o.id from outbox o where o.chat_id = w.chat order by o.turn, o.id limit 1) = w.id
      and coalesce((select max(p.until) from send_pauses p where p.chat_id in (0, w.chat)) <= pace.moment, true)
      and coalesce((select p.free_at from send_paces p where p.chat_id = w.chat)
        <= pace.moment + $3::int * case when w.chat < 0 then interval '4 seconds' else interval '1 second' end, true)),
  cursor as (select head from send_cursor where one and exists (select 1 from ready where makes) for update),
  free as (
    select (select s.place from send_places s, pace where s.place = ((cursor.head + n) % $2::int)::int
      and s.taken_at <= pace.moment - interval '1.02 seconds') as place
    from cursor, generate_series(0, least((select count(*) from ready where makes), $2::int)::int - 1) as n),
  used as (
    update send_places set taken_at = (select moment from pace) where place = any (array(select place from free))
    and taken_at <= (select moment from pace) - interval '1.02 seconds' returning place),
  granted as (
    select r.* from ready r where not r.makes or r.nth <= (select count(*) from used)),
  ${
    withDeliveries
      ? `left_now as (
    update outbox set left_at = (select moment from pace) where claimed_by = $4::int
    and id = any (array(select id from granted where is_once)) returning id),`
      : ''
  }
  moved as (
    update send_cursor set head = head + (select count(*) from used) where one and exists (select 1 from used)),
  charged as (
    insert into send_paces (chat_id, free_at)
    select g.chat, pace.moment + case when g.chat < 0 then interval '4 seconds' else interval '1 second' end
    from granted g, pace
    on conflict (chat_id) do update set free_at = greatest(send_paces.free_at, clock_timestamp())
      + case when send_paces.chat_id < 0 then interval '4 seconds' else interval '1 second' end)
  select id, message_id, pinned_id, ${withDeliveries ? 'is_once and id not in (select id from left_now)' : 'false'} as is_gone, ord from granted
  union all select id, null, null, true, ord from wanted where not is_owed order by ord`

const takeStatement = take(false)
const takeWithDeliveries = take(true)
