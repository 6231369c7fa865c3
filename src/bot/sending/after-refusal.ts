import { GrammyError, HttpError } from 'grammy'
import type { OutboxRow, OutboxRows } from '../data/outbox-rows.ts'
import type { PaceRows } from '../data/pace-rows.ts'
import { judge } from './judge-answer.ts'
import { noteVerdict, type NoteNeeds } from './note-verdict.ts'
import type { Lane, Tries } from './sender-lane.ts'

export interface AfterRefusalNeeds extends NoteNeeds {
  paces: Pick<PaceRows, 'pause'>
  rows: Pick<OutboxRows, 'hasNotLeft'>
  /** Telegram has refused for good what was about this. */
  onGivenUp(about: string): Promise<void>
  /** A group became a supergroup. */
  onMigrated(fromChatId: number, toChatId: number): Promise<void>
}

/** What can become of a call. */
export interface Ends {
  /** It stands in the chat, or has nothing to change there. */
  finish(row: OutboxRow, messageId: number | null): void
  again(lane: Lane, afterSeconds: number, row: OutboxRow, tries: Tries): void
  /** It will never be said: in Telegram's own words, where it has said why. */
  give(row: OutboxRow, because?: string): void
  /** It may have arrived, and is not repeated. */
  doubt(row: OutboxRow): void
  /** Nothing that is owed to the chat will ever be said. */
  dropAll(chatId: number, lane: Lane): Promise<void>
}

/** Does what has to be done after a call that did not go through. */
export function afterRefusal(needs: AfterRefusalNeeds, { finish, again, give, doubt, dropAll }: Ends) {
  const { paces, rows, onGivenUp, onMigrated } = needs

  /** What surely has not arrived is as if it had never left. */
  async function later(lane: Lane, afterSeconds: number, row: OutboxRow, tries = lane.tries): Promise<void> {
    if (row.isOnce) await rows.hasNotLeft(row.id)
    again(lane, afterSeconds, row, tries)
  }

  return async (
    row: OutboxRow,
    lane: Lane,
    error: unknown,
    screenMessageId: number | null,
  ): Promise<void> => {
    const verdict = judge(error instanceof HttpError ? error.error : error, row, lane.tries)
    noteVerdict(needs, verdict, row, error)
    switch (verdict.kind) {
      case 'harmless':
        // What stands there already is the live message still, unless it was to be left.
        return finish(row, leavesNothing.includes(row.method) ? null : screenMessageId)
      case 'again':
        return later(
          lane,
          verdict.afterSeconds,
          verdict.change ? verdict.change(row) : row,
          verdict.counts ? { ...lane.tries, [verdict.counts]: lane.tries[verdict.counts] + 1 } : lane.tries,
        )
      case 'wait':
        await paces.pause(verdict.everybody ? 0 : row.chatId, verdict.seconds)
        return later(lane, verdict.seconds, row)
      case 'tokenRefused':
        await paces.pause(0, verdict.seconds)
        return later(lane, verdict.seconds, row)
      case 'unreachable':
        return dropAll(row.chatId, lane)
      case 'inDoubt':
        return doubt(row)
      case 'migrated':
        await onMigrated(row.chatId, verdict.to)
        return give(row)
      case 'giveUp':
        // Whoever thinks that it was said has to hear of it first.
        if (row.about !== null && !row.isOnce) await onGivenUp(row.about)
        return give(row, error instanceof GrammyError ? error.description : undefined)
    }
  }
}

/** After these no message is the screen's, or pinned for it. */
const leavesNothing = ['closeScreen', 'unpinScreen']
