import type { Clock } from '../../platform/clock.ts'
import type { HandMessages } from '../data/hand-messages.ts'
import type { OutboxRow } from '../data/outbox-rows.ts'
import { createsMessage } from './creating-methods.ts'
import { plainTextOf } from './plain-text.ts'
import { NoAnswer } from './transport.ts'

/** Keeps what is said to somebody without Telegram, so that a coordinator passes it on; what only tidies a chat up is nothing. */
export const keepForHand =
  (messages: Pick<HandMessages, 'keep'>, clock: Clock) =>
  async ({ id, chatId, method, payload, screen }: OutboxRow): Promise<null> => {
    if (!createsMessage(method)) return null
    const text = plainTextOf(JSON.parse(payload) as Record<string, unknown>)
    await messages.keep({ outboxId: id, chatId, text, screen }, clock.now()).catch(notYet)
    return null
  }

/** The database is away: it is kept a moment later. */
function notYet(): never {
  throw new NoAnswer('keepForHand', 'DATABASE', true)
}
