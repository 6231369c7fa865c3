import type { Logger } from 'pino'
import type { OutboxRow } from '../data/outbox-rows.ts'

export interface CompletingNeeds<Ended> {
  log: Logger
  /** Ends the rows, together or not at all. */
  write(batch: readonly Ended[]): Promise<void>
  /** Rows that are gone now, in the order in which they ended. */
  onWritten(rows: readonly OutboxRow[]): void
  /** Nothing is being written any more. */
  onIdle(): void
}

/** Writes down how calls have ended: everything that has gathered since the last time, at once. */
export function completing<Ended extends { row: OutboxRow }>({
  log,
  write,
  onWritten,
  onIdle,
}: CompletingNeeds<Ended>) {
  const completed: Ended[] = []
  let isWriting = false

  async function writeAll(): Promise<void> {
    if (isWriting) return
    isWriting = true
    while (completed.length > 0) {
      const batch = completed.splice(0, 500)
      try {
        await write(batch)
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
    add(ended: Ended): void {
      completed.push(ended)
      void writeAll()
    },
    get isWriting() {
      return isWriting
    },
    get isIdle() {
      return completed.length === 0 && !isWriting
    },
  }
}
