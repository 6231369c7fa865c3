import type { Database } from '../../../platform/database.ts'
import { isByHandIn } from '../../../shared/by-hand.ts'

export type RecipientFates = ReturnType<typeof recipientFates>

/** What has become of the message with the words. */
export interface WordsFate {
  recipientId: number
  state: 'sent' | 'in_doubt' | 'blocked' | 'failed'
  messageId: number | null
  because: string | null
}

/** What has become of the messages before it; `because`: why not all of them have surely arrived. */
export interface MediaFate {
  recipientId: number
  messageIds: readonly number[]
  because: string | null
}

/** Media may or may not have arrived, so it is not known whether somebody has all of it. */
export const mediaInDoubt = 'media:inDoubt'

/** Ends recipients. */
export function recipientFates({ query }: Pick<Database, 'query'>) {
  return {
    /** Media come before the words; each recipient at most once in a call. */
    async learnMedia(fates: readonly MediaFate[]): Promise<void> {
      if (fates.length === 0) return
      const records = fates.map(({ recipientId: i, messageIds: m, because: b }) => ({ i, m: m.join(','), b }))
      await query(
        `update broadcast_recipients r set because = coalesce(r.because, f.b),
           media_ids = r.media_ids || string_to_array(nullif(f.m, ''), ',')::bigint[]
         from jsonb_to_recordset($1::jsonb) as f(i bigint, m text, b text) where r.id = f.i`,
        [JSON.stringify(records)],
      )
    },

    /** Resolves with the broadcasts they are of. Whoever is to be asked again is from now on. */
    async learnWords(fates: readonly WordsFate[], now: Temporal.Instant): Promise<number[]> {
      if (fates.length === 0) return []
      const records = fates.map(({ recipientId: i, state: s, messageId: m, because: b }) => ({ i, s, m, b }))
      const rows = await query<{ id: string }>(
        `with ended as (
           update broadcast_recipients r set
             state = case when f.s = 'sent' and r.because = '${mediaInDoubt}' then 'in_doubt'
               when f.s = 'sent' and r.because is not null then 'failed' else f.s end,
             because = coalesce(f.b, r.because), message_id = coalesce(f.m, r.message_id),
             sent_at = case when f.s = 'sent' then $2::timestamptz else r.sent_at end,
             ask_again_at = case when f.s = 'sent' and (b.priority <> 'normal' or b.answers <> '[]'::jsonb)
               and not (${isByHandIn('r.chat_id')})
               then $2::timestamptz + b.ask_again_minutes * interval '1 minute' end
           from jsonb_to_recordset($1::jsonb) as f(i bigint, s text, m integer, b text), broadcasts b
           where r.id = f.i and b.id = r.broadcast_id and r.state in ('sending', 'stopped')
           returning r.broadcast_id)
         select distinct broadcast_id as id from ended`,
        [JSON.stringify(records), now.toString()],
      )
      return rows.map(({ id }) => Number(id))
    },

    /** Ends those of these broadcasts in which nobody waits for anything any more. */
    async finish(broadcastIds: readonly number[], now: Temporal.Instant): Promise<void> {
      await query(
        `update broadcasts b set state = 'finished', ended_at = $2, updated_at = $2
         where b.id = any (string_to_array($1, ',')::bigint[]) and b.state = 'sending' and not exists (
           select 1 from broadcast_recipients r where r.broadcast_id = b.id and r.state in ('waiting', 'quiet', 'sending'))`,
        [broadcastIds.join(','), now.toString()],
      )
    },
  }
}
