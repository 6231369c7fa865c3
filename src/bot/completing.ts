import type { Logger } from 'pino'
import type { Clock } from '../platform/clock.ts'
import type { Completed, OutboxRow, OutboxRows } from './data/outbox-rows.ts'

export interface CompletingNeeds {
  clock: Clock
  log: Logger
  rows: Pick<OutboxRows, 'complete'>
  /** Rows that are gone now, in the order in which they ended. */
  onWritten(rows: readonly OutboxRow[]): void
  /** Nothing is being written any more. */
  onIdle(): void
}

/** Writes down what has been said: everything that has gathered since the last time, in one statement. */
export function completing({ clock, log, rows, onWritten, onIdle }: CompletingNeeds) {
  const completed: Completed[] = []
  let isWriting = false

  async function write(): Promise<void> {
    if (isWriting) return
    isWriting = true
    while (completed.length > 0) {
      const batch = completed.splice(0, 500)
      try {
        await rows.complete(batch, clock.now())
        onWritten(batch.map(({ row }) => row))
      } catch (error) {
        log.error({ err: error }, 'outbox.complete.failed')
        completed.unshift(...batch)
        await new Promise((resolve) => setTimeout(resolve, 500))
      }
    }
    isWriting = false
    onIdle()
  }

  return {
    add(ended: Completed): void {
      completed.push(ended)
      void write()
    },
    get isWriting() {
      return isWriting
    },
    get isIdle() {
      return completed.length === 0 && !isWriting
    },
  }
}
