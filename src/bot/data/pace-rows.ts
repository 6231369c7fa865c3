import type { Database } from '../../platform/database.ts'
import { sweep } from '../../platform/sweep.ts'
import { ownPace, type Leave } from './own-pace.ts'
import { takeStatement } from './take-statement.ts'

/** A call that would like to start now. */
export interface WantedPlace {
  outboxId: number
  chatId: number
  screen: string | null
  /** How many messages it can make, which count for the whole bot. */
  messages: number
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
  /** Makes its call as soon as this process may. */
  leave: Leave
  /** No place, because the call is not this process's to make any more: another one has taken it over. */
  isGone: boolean
}

export interface TakenPlaces {
  places: GrantedPlace[]
  /** When there were too few: how long it takes until the next one is free. */
  nextInMilliseconds?: number | undefined
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
  const own = ownPace(rate)
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
    async take(wanted: readonly WantedPlace[], processNumber: number): Promise<TakenPlaces> {
      const rows = await queryAlone<GrantedRow>(wanted.some(({ isOnce }) => isOnce) ? takeAny : takeReplies, [
        JSON.stringify(wanted.map(asRecord)),
        rate,
        chatBurst - 1,
        processNumber,
      ])
      // The tables of the pace are not in the write-ahead log: a server that has crashed comes back with them empty.
      if (rows.length === 0 && performance.now() - preparedAt > 1000) await prepare()
      const places = rows.flatMap(
        ({ id, message_id: screenMessageId, pinned_id: pinnedMessageId, is_gone: isGone, makes }) =>
          id === null
            ? []
            : [
                {
                  ...{ outboxId: Number(id), screenMessageId, pinnedMessageId, isGone },
                  leave: own.book(makes),
                },
              ],
      )
      return { places, nextInMilliseconds: rows.find(({ id }) => id === null)?.message_id ?? undefined }
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
  /** None: `message_id` is then how many milliseconds it takes until the next place is free. */
  id: string | null
  message_id: number | null
  pinned_id: number | null
  is_gone: boolean
  /** How many new messages the call makes. */
  makes: number
}

const asRecord = ({ outboxId: i, chatId: c, screen: s, messages: m, isFresh: f, isOnce: o }: WantedPlace) =>
  o ? { i, c, s, m, f, o } : { i, c, s, m, f }

const takeReplies = takeStatement(false)
const takeAny = takeStatement(true)
