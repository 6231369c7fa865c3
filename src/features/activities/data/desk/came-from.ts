import { and, eq, like, or } from 'drizzle-orm'
import { screens } from '../../../../bot/data/tables.ts'
import type { Clock } from '../../../../platform/clock.ts'
import type { Database } from '../../../../platform/database.ts'
import type { ShownMessage } from '../shown-cards.ts'

export type CameFrom = ReturnType<typeof cameFrom>

const nameOf = (messageId: number, back = '') => `back:${messageId}:${back}`
const anyOf = (messageId: number) => like(screens.name, `${nameOf(messageId)}%`)

/** From which list the card in a message was opened, so that the way back leads there; for 14 days like every live message. */
export function cameFrom({ db }: Pick<Database, 'db'>, clock: Clock) {
  async function forget({ chatId, messageId }: ShownMessage): Promise<void> {
    await db.delete(screens).where(and(eq(screens.chatId, chatId), anyOf(messageId)))
  }

  return {
    /** The message shows something else from here on. */
    forget,

    /** `back`: the button that shows that list again. */
    async keep(shown: ShownMessage, back: string): Promise<void> {
      await forget(shown)
      const { chatId, messageId } = shown
      const name = nameOf(messageId, back)
      await db.insert(screens).values({ chatId, messageId, name, updatedAt: clock.now() })
    },

    /** By `chat/message`. */
    async of(messages: readonly ShownMessage[]): Promise<ReadonlyMap<string, string>> {
      if (messages.length === 0) return new Map()
      const rows = await db
        .select({ chatId: screens.chatId, messageId: screens.messageId, name: screens.name })
        .from(screens)
        .where(
          or(...messages.map(({ chatId, messageId }) => and(eq(screens.chatId, chatId), anyOf(messageId)))),
        )
      return new Map(
        rows.map(({ chatId, messageId, name }) => [
          messageKey({ chatId, messageId: messageId ?? 0 }),
          name.split(':').slice(2).join(':'),
        ]),
      )
    },
  }
}

/** A message of any chat as one word. */
export const messageKey = ({ chatId, messageId }: ShownMessage): string => `${chatId}/${messageId}`
