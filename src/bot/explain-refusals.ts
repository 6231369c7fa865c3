import type { Middleware } from 'grammy'
import type { Database } from '../platform/database.ts'
import { DomainError } from '../shared/domain-error.ts'
import type { Chat } from './context.ts'

/**
 * A rule that said no becomes a polite sentence, and nothing of what was begun remains. Anything else thrown is our
 * fault and goes on to the inbox, which tries again.
 */
export function explainRefusals({ attempt }: Pick<Database, 'attempt'>): Middleware<Chat> {
  return async (chat, next) => {
    try {
      await attempt(next)
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
      if (chat.callbackQuery) chat.toast(chat.words.plain(error), true)
      else chat.tell({ text: chat.words(error) })
    }
  }
}
