import { and, eq, inArray, isNotNull, like, or, sql } from 'drizzle-orm'
import { screens } from '../../../bot/data/tables.ts'
import type { Clock } from '../../../platform/clock.ts'
import type { Database } from '../../../platform/database.ts'
import { anyBack } from './desk/came-from.ts'

export type ShownCards = ReturnType<typeof shownCards>

/** A message in a chat. */
export interface ShownMessage {
  chatId: number
  messageId: number
}

/** The live message in which a chat shows the card of an application; the sender notes its id. */
export const cardScreen = (applicationId: number): string => `card:${applicationId}`

/** A message that shows the card as well: an older one, or one in which it was opened from a list. */
const cardAt = (applicationId: number, messageId: number | string): string =>
  `${cardScreen(applicationId)}:${messageId}`

/** Which messages of a chat show which application's card, for 14 days like every live message (`screens`). */
export function shownCards({ db, query }: Pick<Database, 'db' | 'query'>, clock: Clock) {
  return {
    /** What this message showed, it shows no more, nor where that was opened from (`came-from.ts`). */
    async forget({ chatId, messageId }: ShownMessage): Promise<void> {
      const isCard = and(like(screens.name, 'card:%'), eq(screens.messageId, messageId))
      await db
        .delete(screens)
        .where(and(eq(screens.chatId, chatId), or(isCard, like(screens.name, anyBack(messageId)))))
    },

    /** A message that was turned into the card. */
    async keep(shown: ShownMessage, applicationId: number): Promise<void> {
      const { chatId, messageId } = shown
      const name = cardAt(applicationId, messageId)
      await query(
        `with gone as (
           delete from screens where chat_id = $1 and message_id = $2 and name like 'card:%' and name <> $3)
         insert into screens (chat_id, message_id, name, updated_at) values ($1, $2, $3, $4)
         on conflict (chat_id, name) do update set message_id = excluded.message_id, updated_at = excluded.updated_at`,
        [chatId, messageId, name, clock.now().toString()],
      )
    },

    /** A new message with this card is about to be sent to these chats: those that were sent before stay known. */
    async makeRoom(applicationId: number, chatIds: readonly number[]): Promise<void> {
      await db
        .update(screens)
        .set({ name: sql`${screens.name} || ':' || ${screens.messageId}` })
        .where(
          and(
            eq(screens.name, cardScreen(applicationId)),
            inArray(screens.chatId, [...chatIds, 0]),
            isNotNull(screens.messageId),
          ),
        )
    },

    /** The messages that show the card in these chats. */
    async of(applicationId: number, chatIds: readonly number[]): Promise<ShownMessage[]> {
      const rows = await db
        .select({ chatId: screens.chatId, messageId: screens.messageId })
        .from(screens)
        .where(
          and(
            or(eq(screens.name, cardScreen(applicationId)), like(screens.name, cardAt(applicationId, '%'))),
            inArray(screens.chatId, [...chatIds, 0]),
            isNotNull(screens.messageId),
          ),
        )
      return rows.flatMap(({ chatId, messageId }) => (messageId === null ? [] : [{ chatId, messageId }]))
    },
  }
}
