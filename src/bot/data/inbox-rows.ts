import type { Update } from 'grammy/types'
import type { KnownOfSender } from '../feature.ts'
import type { Database, LastWords } from '../../platform/database.ts'
import { sweep } from '../../platform/sweep.ts'
import { asClaimed, type ClaimedUpdate, type TakenRow } from './claimed-updates.ts'
import { claimStatement, endTables, freeOrphansStatement, receiveStatement } from './inbox-statements.ts'
import type { NewOutboxRow, OutboxRow } from './outbox-rows.ts'
import { asRecord } from './owed-calls.ts'

/** An update as Telegram sent it, with the number of the bot it was sent to. */
export interface ReceivedUpdate {
  updateId: number
  /** The person, else the chat, else 0. */
  lane: number
  body: string
  update: Update
}

/** What has become of updates that came in. */
export interface Taken {
  /** How many were new. */
  kept: number
  /** Those that this process has taken into its hands at once. */
  claimed: ClaimedUpdate[]
}

/** What handling an update left behind: written in one statement, or not at all. */
export interface Handled {
  id: number
  lane: number
  processNumber: number
  now: Temporal.Instant
  /** The conversation's new state, `null` when it has ended, `undefined` when it stayed as it was. */
  conversation: string | null | undefined
  said: readonly NewOutboxRow[]
}

export type InboxRows = ReturnType<typeof inboxRows>

/** The inbox, row by row. Every function is one statement. */
export function inboxRows(
  database: Pick<Database, 'query' | 'queryAlone'>,
  botId: number,
  knownOfSenders: () => readonly KnownOfSender[],
) {
  const { query, queryAlone } = database
  let statements: ReturnType<typeof statementsWith> | undefined
  /** Nothing comes in before the rooms are there, and they stay the same. */
  const written = () => (statements ??= statementsWith(knownOfSenders()))
  return {
    /**
     * Keeps each update once, however often it is delivered, and takes up to `hands` of those nobody of the same lane is
     * before. The others are made known to whoever works.
     */
    async receive(
      updates: readonly ReceivedUpdate[],
      { now, processNumber, hands }: { now: Temporal.Instant; processNumber: number; hands: number },
    ): Promise<Taken> {
      const rows = await queryAlone<TakenRow & { is_taken: boolean }>(written().receive, [
        botId,
        JSON.stringify(updates.map((update) => [update.updateId, update.lane, update.body])),
        now.toString(),
        processNumber,
        hands,
      ])
      const received = new Map(updates.map((update) => [update.updateId, update]))
      return {
        kept: rows.length,
        claimed: rows.flatMap((row) => {
          const update = row.is_taken ? received.get(Number(row.update_id)) : undefined
          return update ? [asClaimed({ ...row, attempts: 1 }, update)] : []
        }),
      }
    },

    /**
     * Takes the oldest waiting updates, one of a lane, and counts the attempt: those that no process has died with, or
     * only those (`suspects`).
     */
    async claim(processNumber: number, atMost: number, suspects = false): Promise<ClaimedUpdate[]> {
      const rows = await queryAlone<TakenRow & { body: string }>(written().claim, [
        processNumber,
        atMost,
        suspects,
      ])
      return rows.map((row) => asClaimed(row, { body: row.body, update: JSON.parse(row.body) as Update }))
    },

    /**
     * Ends an update: state, words and the end itself, together with whatever else the transaction writes last. It fails
     * when the update is no longer ours.
     */
    end(handled: Handled, heard: (said: OutboxRow[]) => void): LastWords {
      const { id, processNumber, now, conversation, lane, said } = handled
      return {
        name: 'end of an update',
        tables: endTables,
        columns: `must_hold((select count(*) = 1 from finished), 'the update is ours') as is_ours,
          (select json_agg(id order by id) from said) as said`,
        parameters: [
          id,
          processNumber,
          now.toString(),
          lane,
          conversation === undefined ? 'keep' : conversation === null ? 'drop' : 'write',
          conversation ?? '',
          said.length === 0 ? '[]' : JSON.stringify(said.map(asRecord)),
        ],
        heard: ({ said: ids }) =>
          heard(said.map((message, index) => ({ ...message, id: Number((ids as string[])[index]) }))),
      }
    },

    /** Gives an update back, to be tried again after a while; `isNoTry`: it had no part in what went wrong. */
    async giveBack(
      id: number,
      processNumber: number,
      { afterSeconds, error, isNoTry }: { afterSeconds: number; error: string; isNoTry: boolean },
    ): Promise<void> {
      await query(
        `update inbox set claimed_by = null, error = $4, not_before = clock_timestamp() + $3 * interval '1 second',
           attempts = attempts - $5::int
         where id = $1 and claimed_by = $2`,
        [id, processNumber, afterSeconds, error, isNoTry ? 1 : 0],
      )
    },

    /** Frees what a process has in its name without having it in its hands, because the answer to its claim was lost. */
    async freeUnheard(processNumber: number, inHand: readonly number[]): Promise<void> {
      await query(
        `update inbox set claimed_by = null where claimed_by = $1 and done_at is null
         and id <> all (string_to_array($2, ',')::bigint[])`,
        [processNumber, inHand.join(',')],
      )
    },

    /**
     * Frees what died with its process: at once, because the lock of a dead process is gone. A death is counted as such
     * and not as an attempt. Resolves with whether anything waits that a process has died with.
     */
    async freeOrphans(aliveClass: number): Promise<boolean> {
      const [row] = await query<{ has_suspects: boolean }>(freeOrphansStatement, [aliveClass])
      return row?.has_suspects ?? false
    },

    /** Sets an update aside that nobody can handle: its body sealed, its error noted, its lane free again. False: another process has it. */
    async setAside(id: number, processNumber: number, seal: Sealed, now: Temporal.Instant): Promise<boolean> {
      const rows = await query(
        `update inbox set claimed_by = null, done_at = $3, set_aside_at = $3, body = $4, error = $5, error_id = $6
         where id = $1 and claimed_by = $2 returning id`,
        [id, processNumber, now.toString(), seal.body, seal.error, seal.errorId],
      )
      return rows.length > 0
    },

    async waiting(): Promise<{ count: number; oldestSeconds: number }> {
      const [row] = await query<{ count: number; oldest: number | null }>(
        `select count(*)::int as count, extract(epoch from ($1::timestamptz - min(received_at)))::float8 as oldest
         from inbox where done_at is null`,
        [Temporal.Now.instant().toString()],
      )
      return { count: row?.count ?? 0, oldestSeconds: row?.oldest ?? 0 }
    },

    /** Ids of handled updates go after 72 hours, what was set aside after 7 days, conversations after 14. */
    sweeps: [
      sweep(database, { table: 'inbox', where: 'done_at < $1 and set_aside_at is null', afterHours: 72 }),
      sweep(database, { table: 'inbox', where: 'set_aside_at < $1', afterHours: 7 * 24 }),
      sweep(database, { table: 'conversations', where: 'updated_at < $1', afterHours: 14 * 24 }),
    ],
  }
}

const statementsWith = (known: readonly KnownOfSender[]) => {
  const pieces = known.map(({ sql }) => sql)
  return { receive: receiveStatement(pieces), claim: claimStatement(pieces) }
}

interface Sealed {
  body: string
  error: string
  errorId: string
}
