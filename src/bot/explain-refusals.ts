import type { Middleware } from 'grammy'
import type { Database } from '../platform/database.ts'
import { DomainError } from '../shared/domain-error.ts'
import type { Chat } from './context.ts'

/**
 * A rule that said no becomes a polite sentence, and nothing of what was begun remains. Anything else thrown is our
 * fault and goes on to the inbox, which tries again. `afterwards` follows what was said about words, not about a tap.
 */
export function explainRefusals(
  { attempt }: Pick<Database, 'attempt'>,
  afterwards: (chat: Chat) => Promise<unknown> = async () => {},
): Middleware<Chat> {
  return async (chat, next) => {
    try {
      await attempt(next)
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
      if (chat.callbackQuery) return chat.toast(chat.words.plain(error), !error.isDone)
      chat.tell({ text: chat.words(error) })
      await afterwards(chat)
    }
  }
}
