import type { Logger } from 'pino'
import type { Clock } from '../platform/clock.ts'
import { completing } from './sending/completing.ts'
import type { Completed, OutboxRow, OutboxRows } from './data/outbox-rows.ts'
import type { EndedDelivery } from './sending/fates.ts'
import type { Fate } from './feature.ts'
import type { Made } from './sending/sender.ts'

export interface EndingNeeds {
  clock: Clock
  log: Logger
  rows: Pick<OutboxRows, 'complete'>
  /** Ends deliveries and tells their rooms. */
  endDeliveries(ended: readonly EndedDelivery[]): Promise<void>
  /** Rows that are gone now, in the order in which they ended. */
  onWritten(rows: readonly OutboxRow[]): void
  /** Nothing is being written any more. */
  onIdle(): void
}

/**
 * The ends that a row of the outbox can come to. Replies end by the hundred in one quick statement; deliveries beside
 * them, with a transaction in which their rooms learn of it.
 */
export function ending({ clock, log, rows, endDeliveries, onWritten, onIdle }: EndingNeeds) {
  const write = (batch: readonly Completed[]) => rows.complete(batch, clock.now())
  const replies = completing({ log, write, onWritten, onIdle })
  const deliveries = completing({ log, write: endDeliveries, onWritten, onIdle })
  const end = (
    row: OutboxRow,
    fate: Fate['fate'],
    known: Pick<Fate, 'messageIds' | 'because'> & { messageId?: number | null } = {},
  ) => deliveries.add({ row, fate, messageId: null, ...known, at: clock.now() })

  return {
    /** It stands in the chat. */
    said(row: OutboxRow, made: Made): void {
      const messageIds = typeof made === 'number' ? [made] : (made ?? [])
      const messageId = messageIds[0] ?? null
      if (row.isOnce) end(row, 'sent', { messageId, messageIds })
      else replies.add({ row, messageId })
    },
    /** It will never be said, for a reason if there is one; a live message stays what it is. */
    givenUp: (row: OutboxRow, because?: string) =>
      row.isOnce
        ? end(row, 'refused', because === undefined ? {} : { because })
        : replies.add({ row: { ...row, screen: null }, messageId: null }),
    /** A delivery that may have arrived. */
    inDoubt: (row: OutboxRow) => end(row, 'inDoubt'),
    get isWriting() {
      return replies.isWriting || deliveries.isWriting
    },
    get isIdle() {
      return replies.isIdle && deliveries.isIdle
    },
  }
}
