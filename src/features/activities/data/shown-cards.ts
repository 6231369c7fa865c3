import { and, eq, inArray, isNotNull, like } from 'drizzle-orm'
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

/**
 * Which message of a chat shows which application's card: the last one in each chat, for 14 days like every live message
 * (`screens`).
 */
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
      const card = { ...shown, name: cardScreen(applicationId), updatedAt: clock.now() }
      await db
        .insert(screens)
        .values(card)
        .onConflictDoUpdate({ target: [screens.chatId, screens.name], set: card })
    },

    /** The messages that show the card in these chats. */
    async of(applicationId: number, chatIds: readonly number[]): Promise<ShownMessage[]> {
      const rows = await db
        .select({ chatId: screens.chatId, messageId: screens.messageId })
        .from(screens)
        .where(
          and(
            eq(screens.name, cardScreen(applicationId)),
            inArray(screens.chatId, [...chatIds, 0]),
            isNotNull(screens.messageId),
          ),
        )
      return rows.flatMap(({ chatId, messageId }) => (messageId === null ? [] : [{ chatId, messageId }]))
    },
  }
}
