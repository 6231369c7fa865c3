import type { Logger } from 'pino'
import { lockKinds, type SessionLocks } from '../platform/session-locks.ts'
import type { InboxRows } from './data/inbox-rows.ts'
import type { OutboxRow, OutboxRows } from './data/outbox-rows.ts'

export interface HousekeepingNeeds {
  locks: SessionLocks
  log: Logger
  inbox: Pick<InboxRows, 'freeOrphans'>
  outbox: Pick<OutboxRows, 'adopt'>
  wake(): void
  send(rows: OutboxRow[]): void
}

/**
 * This process's number and, once a second, the care for what others left behind: updates and words in the hands of
 * processes that have died are taken over. The second look is also the net under a lost wake-up.
 */
export async function housekeeping({ locks, log, inbox, outbox, wake, send }: HousekeepingNeeds) {
  let isHeld = false
  const number = await locks.nextProcessNumber()
  const hold = async () => (isHeld = await locks.tryHold(lockKinds.process, number))
  locks.onLost(() => (isHeld = false))
  await hold()

  let isLooking = false
  async function look(): Promise<void> {
    if (isLooking) return
    isLooking = true
    try {
      // Without our own lock we would take over from ourselves.
      if (!isHeld) await hold()
      if (isHeld) {
        await inbox.freeOrphans(lockKinds.process)
        send(await outbox.adopt(number, lockKinds.process))
      }
    } catch (error) {
      log.error({ err: error }, 'housekeeping.failed')
    }
    isLooking = false
    wake()
  }
  const timer = setInterval(() => void look(), 1000)

  return { number, look, close: () => clearInterval(timer) }
}
