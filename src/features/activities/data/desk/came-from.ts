import { and, eq, like, or } from 'drizzle-orm'
import { screens } from '../../../../bot/data/tables.ts'
import type { Clock } from '../../../../platform/clock.ts'
import type { Database } from '../../../../platform/database.ts'
import type { ShownMessage } from '../shown-cards.ts'

export type CameFrom = ReturnType<typeof cameFrom>

const nameOf = (messageId: number, back = '') => `back:${messageId}:${back}`
/** As a pattern: wherever what a message shows was opened from. */
export const anyBack = (messageId: number): string => `${nameOf(messageId)}%`

/** From which list the card in a message was opened, so that the way back leads there; for 14 days like every live message. */
export function cameFrom({ db, query }: Pick<Database, 'db' | 'query'>, clock: Clock) {
  return {
    /** `back`: the button that shows that list again. */
    async keep({ chatId, messageId }: ShownMessage, back: string): Promise<void> {
      await query(
        `with gone as (delete from screens where chat_id = $1 and name like $2 and name <> $3)
         insert into screens (chat_id, message_id, name, updated_at) values ($1, $4, $3, $5)
         on conflict (chat_id, name) do update set updated_at = excluded.updated_at`,
        [chatId, anyBack(messageId), nameOf(messageId, back), messageId, clock.now().toString()],
      )
    },

    /** By `chat/message`. */
    async of(messages: readonly ShownMessage[]): Promise<ReadonlyMap<string, string>> {
      if (messages.length === 0) return new Map()
      const rows = await db
        .select({ chatId: screens.chatId, messageId: screens.messageId, name: screens.name })
        .from(screens)
        .where(
          or(
            ...messages.map(({ chatId, messageId }) =>
              and(eq(screens.chatId, chatId), like(screens.name, anyBack(messageId))),
            ),
          ),
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
