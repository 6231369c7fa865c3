import type { Database } from '../../../platform/database.ts'
import type { Language } from '../../../shared/localized-text.ts'

export type Turns = ReturnType<typeof turns>

/** Somebody whose turn it is. */
export interface Turn {
  recipientId: number
  personId: number
  /** They were not there yet when it was sent to the others. */
  isLate: boolean
}

/** What has become of somebody's turn. */
export type TurnEnd = { recipientId: number } & (
  | { state: 'sending'; chatId: number; language: Language; isCaption: boolean }
  | { state: 'quiet'; notBefore: Temporal.Instant }
  | { state: 'blocked' }
  | { state: 'failed'; because: string }
)

/** Whose turn it is, row by row. */
export function turns({ query }: Pick<Database, 'query'>) {
  return {
    /** Holds a broadcast for as long as the transaction lasts; false where another process has it, or it is over. */
    async hold(broadcastId: number): Promise<boolean> {
      const rows = await query(
        `select 1 from broadcasts where id = $1 and state = 'sending' for no key update skip locked`,
        [broadcastId],
      )
      return rows.length > 0
    },

    async isSending(broadcastId: number): Promise<boolean> {
      const rows = await query(`select 1 from broadcasts where id = $1 and state = 'sending'`, [broadcastId])
      return rows.length > 0
    },

    /** It is looked after. */
    async touch(broadcastId: number): Promise<void> {
      await query(`update broadcasts set fed_at = clock_timestamp() where id = $1`, [broadcastId])
    },

    /** How many of its copies wait in the outbox, counted up to a number. */
    async inOutbox(broadcastId: number, atMost: number): Promise<number> {
      const [row] = await query<{ count: number }>(
        `select count(*)::int as count from (select 1 from broadcast_recipients
           where broadcast_id = $1 and state = 'sending' limit $2) counted`,
        [broadcastId, atMost],
      )
      return row?.count ?? 0
    },

    /** The next ones, in the order of their rows. */
    async take(broadcastId: number, atMost: number): Promise<Turn[]> {
      const rows = await query<{ id: string; person_id: string; is_late: boolean }>(
        `select id, person_id, is_late from broadcast_recipients where broadcast_id = $1 and state = 'waiting'
         order by id limit $2 for update skip locked`,
        [broadcastId, atMost],
      )
      return rows.map((row) => ({
        recipientId: Number(row.id),
        personId: Number(row.person_id),
        isLate: row.is_late,
      }))
    },

    /** Writes down what has become of turns. `revision`: the correction that those who get it now have in it. */
    async end(ends: readonly TurnEnd[], revision: number): Promise<void> {
      if (ends.length === 0) return
      await query(
        `update broadcast_recipients r set state = e.s, chat_id = coalesce(e.c, r.chat_id),
           language = coalesce(e.l, r.language), not_before = e.n, because = e.b, revision = $2, media_ids = '{}',
           is_caption = coalesce(e.p, false)
         from jsonb_to_recordset($1::jsonb) as e(i bigint, s text, c bigint, l text, n timestamptz, b text, p boolean)
         where r.id = e.i`,
        [JSON.stringify(ends.map(asRecord)), revision],
      )
    },

    /** Too late to be of use: nobody else gets it. */
    async tooLate(broadcastId: number): Promise<void> {
      await query(
        `update broadcast_recipients set state = 'late', not_before = null
         where broadcast_id = $1 and state in ('waiting', 'quiet')`,
        [broadcastId],
      )
    },
  }
}

const asRecord = (end: TurnEnd) => ({
  i: end.recipientId,
  s: end.state,
  ...(end.state === 'sending' ? { c: end.chatId, l: end.language, p: end.isCaption } : {}),
  ...(end.state === 'quiet' ? { n: end.notBefore.toString() } : {}),
  ...(end.state === 'failed' ? { b: end.because } : {}),
})
