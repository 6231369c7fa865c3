import { and, eq, inArray, isNotNull, like, or, sql } from 'drizzle-orm'
import { screens } from '../../../bot/data/tables.ts'
import type { Clock } from '../../../platform/clock.ts'
import type { Database } from '../../../platform/database.ts'

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
export function shownCards({ db }: Pick<Database, 'db'>, clock: Clock) {
  async function forget({ chatId, messageId }: ShownMessage): Promise<void> {
    await db
      .delete(screens)
      .where(and(eq(screens.chatId, chatId), like(screens.name, 'card:%'), eq(screens.messageId, messageId)))
  }

  return {
    /** What this message showed, it shows no more. */
    forget,

    /** A message that was turned into the card. */
    async keep(shown: ShownMessage, applicationId: number): Promise<void> {
      await forget(shown)
      const card = { ...shown, name: cardAt(applicationId, shown.messageId), updatedAt: clock.now() }
      await db
        .insert(screens)
        .values(card)
        .onConflictDoUpdate({ target: [screens.chatId, screens.name], set: card })
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
