import type { Clock } from '../../platform/clock.ts'
import type { HandMessages } from '../data/hand-messages.ts'
import { priorities, type OutboxRow } from '../data/outbox-rows.ts'
import { createsMessage } from './creating-methods.ts'
import { handNotesIn } from './hand-notes.ts'
import { plainTextOf, withoutMarkup } from './plain-text.ts'
import { NoAnswer } from './transport.ts'

type Said = Readonly<Record<string, unknown>>

/**
 * Keeps what is said to somebody without Telegram, so that a coordinator passes it on; resolves with the number under which
 * it can be corrected or taken back. What only tidies a chat up is nothing.
 */
export function keepForHand(messages: Pick<HandMessages, 'keep' | 'correct' | 'takeBack'>, clock: Clock) {
  async function keep(row: OutboxRow): Promise<number | null> {
    const { id: outboxId, chatId, method, screen, isOnce, priority } = row
    const said = JSON.parse(row.payload) as Said
    const about = { outboxId, chatId, text: plainTextOf(said), messageIds: idsIn(said) }
    const now = clock.now()
    if (createsMessage(method)) {
      const { usefulUntil } = handNotesIn(said)
      return messages.keep(
        { ...about, screen, usefulUntil, isUrgent: isOnce && priority === priorities.urgent },
        now,
      )
    }
    // Of a live message the newest words are kept already.
    if (screen !== null) return null
    if (method === 'editMessageText' || method === 'editMessageCaption') await messages.correct(about, now)
    if (method === 'deleteMessage' || method === 'deleteMessages')
      await messages.takeBack({ ...about, text: withoutMarkup(handNotesIn(said).takenBack) }, now)
    return null
  }

  return (row: OutboxRow): Promise<number | null> => keep(row).catch(notYet)
}

function idsIn({ message_id: one, message_ids: all }: Said): number[] {
  return (Array.isArray(all) ? all : [one]).filter((id) => typeof id === 'number')
}

/** The database is away: it is kept a moment later. */
function notYet(): never {
  throw new NoAnswer('keepForHand', 'DATABASE', true)
}
