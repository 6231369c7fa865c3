import type { Database } from '../../../platform/database.ts'
import { sweep } from '../../../platform/sweep.ts'
import type { Language } from '../../../shared/localized-text.ts'

export type AlterationStore = ReturnType<typeof alterationStore>

/** A message whose turn it is to be altered. */
export interface Alteration {
  id: number
  recipientId: number
  personId: number
  chatId: number
  messageIds: readonly number[]
  language: Language
  isCaption: boolean
  isWords: boolean
  act: 'correct' | 'remove' | 'withdraw'
  rings: boolean
  hasSeen: boolean
  answer: number | null
  /** They were not there yet when it was sent to the others. */
  isLate: boolean
  /** When it arrived, as far as that is known. */
  sentAt: Temporal.Instant | null
  isReachable: boolean
}

/** Messages that wait to be altered, until the end. */
export function alterationStore(database: Pick<Database, 'query'>) {
  const { query } = database
  return {
    async isAnyWaiting(): Promise<boolean> {
      return (
        (await query(`select 1 from broadcast_alterations where state = 'waiting' limit 1`, [])).length > 0
      )
    },

    /** Machine time: seconds since the last of any broadcast left; a whole one where that is longer ago. */
    async secondsSince(): Promise<number> {
      const [row] = await query<{ seconds: number }>(
        `select coalesce(least(extract(epoch from clock_timestamp() - max(altered_at)), 1), 1)::float as seconds
         from broadcasts where altered_at is not null`,
        [],
      )
      return row?.seconds ?? 1
    },

    /** Takes a broadcast that something waits for, the most urgent first, then the one that has waited longest. */
    async takeBroadcast(): Promise<number | undefined> {
      const [row] = await query<{ id: string }>(
        `update broadcasts set altered_at = clock_timestamp() where id = (
           select b.id from broadcasts b where (b.corrected_at is not null or b.recalled_at is not null)
             and exists (select 1 from broadcast_alterations a where a.broadcast_id = b.id and a.state = 'waiting')
           order by case b.priority when 'urgent' then 0 when 'important' then 1 else 2 end, b.altered_at nulls first
           limit 1 for no key update skip locked) returning id`,
        [],
      )
      return row && Number(row.id)
    },

    /** A portion of what waits of it leaves, as of a correction. */
    async take(broadcastId: number, revision: number, atMost: number): Promise<Alteration[]> {
      const rows = await query<Omit<Alteration, 'sentAt'> & { sentAt: string | null }>(
        `with next as (
           select a.id, r.person_id, r.seen_at is not null as has_seen, r.answer, r.language, r.is_late,
             coalesce((select c.sent_at from broadcast_copies c where c.id = a.copy_id), r.sent_at) as sent_at
           from broadcast_alterations a join broadcast_recipients r on r.id = a.recipient_id
           where a.broadcast_id = $1 and a.state = 'waiting' order by a.id limit $3 for update of a)
         update broadcast_alterations a set state = 'leaving', because = null, revision = $2, has_seen = n.has_seen,
           answer = n.answer
         from next n where a.id = n.id
         returning a.id::int, a.recipient_id::int as "recipientId", n.person_id::int as "personId",
           a.chat_id::float as "chatId", array_to_json(a.message_ids)::jsonb as "messageIds",
           coalesce(a.language, n.language) as language, a.is_caption as "isCaption", a.is_words as "isWords", a.act, a.rings,
           a.has_seen as "hasSeen", a.answer, n.is_late as "isLate", n.sent_at as "sentAt",
           coalesce((select ac.is_reachable from accounts ac where ac.user_id = a.chat_id), true) as "isReachable"`,
        [broadcastId, revision, atMost],
      )
      return rows.map((row) => ({
        ...row,
        sentAt: row.sentAt === null ? null : Temporal.Instant.from(row.sentAt),
      }))
    },

    /** They cannot be altered, each for a reason. */
    async failed(ended: readonly { id: number; because: string }[]): Promise<void> {
      if (ended.length === 0) return
      await query(
        `update broadcast_alterations a set state = 'failed', because = e.because
         from jsonb_to_recordset($1::jsonb) as e(id bigint, because text) where a.id = e.id`,
        [JSON.stringify(ended)],
      )
    },

    /** Holds the broadcasts that these are of. */
    async holdOf(ids: readonly number[]): Promise<number[]> {
      const rows = await query<{ id: string }>(
        `select id from broadcasts where id in (select broadcast_id from broadcast_alterations
           where id = any (string_to_array($1, ',')::bigint[])) order by id for no key update`,
        [ids.join(',')],
      )
      return rows.map(({ id }) => Number(id))
    },

    /** Telegram will not have it: what was to be taken away is edited instead, where that says something. */
    async refused(ended: readonly { id: number; because: string }[]): Promise<void> {
      await this.failed(ended)
      await query(
        `update broadcast_alterations set act = 'withdraw', state = 'waiting'
         where id = any (string_to_array($1, ',')::bigint[]) and act = 'remove' and is_words
           and because in ('old', 'refused')`,
        [ended.map(({ id }) => id).join(',')],
      )
    },

    /** They are done; what somebody has pressed meanwhile is shown anew. */
    async done(ids: readonly number[], now: Temporal.Instant): Promise<void> {
      if (ids.length === 0) return
      const isOne = `a.id = any (string_to_array($1, ',')::bigint[]) and a.state = 'leaving'`
      const given = ids.join(',')
      await query(
        `update broadcast_recipients r set revision = greatest(r.revision, a.revision) from broadcast_alterations a
         where a.recipient_id = r.id and ${isOne} and a.act = 'correct' and a.copy_id is null`,
        [given],
      )
      await query(
        `update broadcast_copies c set revision = greatest(c.revision, a.revision) from broadcast_alterations a
         where a.copy_id = c.id and ${isOne} and a.act = 'correct'`,
        [given],
      )
      await query(
        `update broadcast_recipients r set recalled_at = $2 from broadcast_alterations a
         where a.recipient_id = r.id and ${isOne} and a.act <> 'correct' and a.copy_id is null and a.is_words`,
        [given, now.toString()],
      )
      await query(
        `update broadcast_alterations a set state = 'waiting', rings = false from broadcast_recipients r
         where r.id = a.recipient_id and ${isOne} and a.act = 'correct'
           and (a.has_seen, a.answer) is distinct from (r.seen_at is not null, r.answer)`,
        [given],
      )
      await query(
        `delete from broadcast_copies c using broadcast_alterations a
         where a.copy_id = c.id and ${isOne} and a.act = 'remove'`,
        [given],
      )
      await query(`delete from broadcast_alterations a where ${isOne}`, [given])
    },

    sweeps: [
      sweep(database, {
        table: 'broadcast_alterations',
        where: `state = 'failed' and at < $1`,
        afterHours: 90 * 24,
      }),
    ],
  }
}
