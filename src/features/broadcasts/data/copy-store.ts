import type { Database } from '../../../platform/database.ts'

export type CopyStore = ReturnType<typeof copyStore>

/** A message that has arrived because of a broadcast, besides the one that the recipient's own row names. */
export interface ArrivedCopy {
  recipientId: number
  chatId: number
  messageId: number
  what: 'words' | 'media' | 'note'
  isCaption: boolean
  /** The correction that its words have. */
  revision: number
}

/** What stands on further phones, and notes. */
export function copyStore({ query }: Pick<Database, 'query'>) {
  return {
    async learn(copies: readonly ArrivedCopy[], now: Temporal.Instant): Promise<void> {
      if (copies.length === 0) return
      await query(
        `insert into broadcast_copies (recipient_id, chat_id, message_id, what, is_caption, revision, language, sent_at)
         select c."recipientId", c."chatId", c."messageId", c.what, c."isCaption", c.revision,
           (select a.language from accounts a where a.user_id = c."chatId"), $2
         from jsonb_to_recordset($1::jsonb) as c("recipientId" bigint, "chatId" bigint, "messageId" integer, what text,
           "isCaption" boolean, revision integer)`,
        [JSON.stringify(copies), now.toString()],
      )
    },
  }
}
