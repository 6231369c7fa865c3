import type { Database } from '../../../platform/database.ts'

export type ReplyStore = ReturnType<typeof replyStore>

/** A broadcast as it stands in somebody's chat. */
export interface RepliedTo {
  recipientId: number
  broadcastId: number
  activityId: number | null
}

/** Which broadcast somebody replies to, and that they have. */
export function replyStore({ query }: Pick<Database, 'query'>) {
  return {
    /** The broadcast that this message of a chat is, or a part of. */
    async at(chatId: number, messageId: number): Promise<RepliedTo | undefined> {
      const [row] = await query<RepliedTo>(
        `select r.id::int as "recipientId", r.broadcast_id::int as "broadcastId", b.activity_id::int as "activityId"
         from broadcast_recipients r join broadcasts b on b.id = r.broadcast_id
         where r.chat_id = $1 and (r.message_id = $2 or $2 = any (r.media_ids)) or r.id = (
           select c.recipient_id from broadcast_copies c where c.chat_id = $1 and c.message_id = $2 limit 1) limit 1`,
        [chatId, messageId],
      )
      return row
    },

    async replied(recipientId: number, now: Temporal.Instant): Promise<void> {
      await query(
        `update broadcast_recipients set replied_at = coalesce(replied_at, $2), ask_again_at = null where id = $1`,
        [recipientId, now.toString()],
      )
    },
  }
}
