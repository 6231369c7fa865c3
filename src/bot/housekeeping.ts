import type { Logger } from 'pino'
import { lockKinds, type SessionLocks } from '../platform/session-locks.ts'
import type { InboxRows } from './data/inbox-rows.ts'
import type { OutboxRow, OutboxRows } from './data/outbox-rows.ts'
import type { Doubt } from './sending/doubt.ts'

export interface HousekeepingNeeds {
  locks: SessionLocks
  log: Logger
  inbox: Pick<InboxRows, 'freeOrphans'>
  outbox: Pick<OutboxRows, 'adopt' | 'owedBy'>
  doubt: Doubt
  wake(): void
  /** Something waits that a process has died with. */
  suspect(): void
  send(rows: OutboxRow[]): void
}

/** How long the locks of others may take to come back after this process has lost its own, in milliseconds. */
const patience = 3_000

/**
 * This process's number and, once a second, the care for what others left behind: updates and words in the hands of
 * processes that have died are taken over. The second look is also the net under a lost wake-up.
 */
export async function housekeeping({
  locks,
  log,
  inbox,
  outbox,
  doubt,
  wake,
  suspect,
  send,
}: HousekeepingNeeds) {
  let timer: NodeJS.Timeout | undefined
  let isHeld = false
  let patientUntil = 0
  const number = await locks.nextProcessNumber()
  const hold = async () => (isHeld = await locks.tryHold(lockKinds.process, number))
  locks.onLost(() => {
    isHeld = false
    doubt.arise()
    // Whoever lives takes its own lock anew first: after a restart of the database nobody has one for a moment.
    patientUntil = performance.now() + patience
    hold().catch(() => {})
  })
  await hold()

  let isLooking = false
  async function look(): Promise<void> {
    if (isLooking) return
    isLooking = true
    try {
      // Without our own lock we would take over from ourselves.
      if (!isHeld) await hold()
      if (isHeld && performance.now() >= patientUntil) {
        if (await inbox.freeOrphans(lockKinds.process)) suspect()
        send(await outbox.adopt(number, lockKinds.process))
      }
      if (doubt.isThere) send(await outbox.owedBy(number))
    } catch (error) {
      doubt.arise()
      log.error({ err: error }, 'housekeeping.failed')
    }
    isLooking = false
    wake()
  }

  return {
    number,
    /** Not before the rooms are there: they are told what has become of what dead processes have sent. */
    async begin(): Promise<void> {
      timer = setInterval(() => void look(), 1000)
      await look()
    },
    close: () => clearInterval(timer),
  }
}
