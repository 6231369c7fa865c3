import { isUniqueViolation } from '../../platform/database.ts'
import type { ClaimedUpdate } from '../data/claimed-updates.ts'
import type { ReceivedUpdate, Taken } from '../data/inbox-rows.ts'
import { handling, type HandlingNeeds } from './handling.ts'

export interface InboxNeeds extends HandlingNeeds {
  /** Updates handled side by side. */
  hands?: number
}

export type Inbox = ReturnType<typeof inbox>

/** The way of every update: kept once, and taken in order by whoever has a hand free. */
export function inbox({ hands = 16, ...needs }: InboxNeeds) {
  const { clock, log, rows, processNumber, measure, doubt } = needs
  const run = handling(needs)
  const busy = new Set<Promise<void>>()
  const inHand = new Set<number>()
  let claiming: Promise<void> | undefined
  let isWanted = false
  let isClaiming = false
  let isClosed = false
  /** Updates may wait behind one that is in hand: look again when it is done. */
  let isCrowded = false
  /**
   * Something waits that a process has died with. It is handled alone, so that the next death, if it is to blame, takes
   * nothing else along and is put down to nothing else.
   */
  let hasSuspects = true
  const retries = new Set<NodeJS.Timeout>()

  /** Keeps updates and begins with those whose turn it is; resolves when they are kept. */
  async function receive(updates: readonly ReceivedUpdate[]): Promise<void> {
    if (updates.length === 0) return
    const { kept, claimed } = await take(updates)
    measure.received(kept)
    for (const update of claimed) begin(update)
    if (claimed.length < kept) wake()
  }

  async function take(updates: readonly ReceivedUpdate[]): Promise<Taken> {
    // While in doubt, what is in our name without being in our hands is freed: nothing may be on its way into them.
    const free = isClosed || hasSuspects || doubt.isThere ? 0 : Math.max(hands - busy.size, 0)
    const keep = (most: number) =>
      rows.receive(updates, { now: clock.now(), processNumber: processNumber(), hands: most })
    try {
      return await keep(free)
    } catch (error) {
      if (isUniqueViolation(error)) return keep(0)
      doubt.arise()
      throw error
    }
  }

  function wake(): void {
    isWanted = true
    if (!isClaiming && !isClosed) claiming = claim()
  }

  async function claim(): Promise<void> {
    isClaiming = true
    while (isWanted && !isClosed && busy.size < hands) {
      // Whoever is in hand finishes first; the last of them looks again.
      if (hasSuspects && busy.size > 0) break
      isWanted = false
      const free = hasSuspects ? 1 : hands - busy.size
      isCrowded = busy.size > 0
      const claimed = await next(free).catch(claimFailed)
      if (claimed.length === free) isWanted = true
      for (const update of claimed) begin(update)
      isCrowded ||= claimed.some(({ hasMore }) => hasMore)
    }
    isClaiming = false
  }

  async function next(free: number): Promise<ClaimedUpdate[]> {
    if (hands === 0) return []
    if (doubt.isThere) await rows.freeUnheard(processNumber(), [...inHand])
    if (!hasSuspects) return rows.claim(processNumber(), free)
    const alone = await rows.claim(processNumber(), 1, true)
    hasSuspects = alone.length > 0
    if (!hasSuspects) isWanted = true
    return alone
  }

  /** Two processes reached for the same lane (a unique index says so), or the database is away: look again soon. */
  function claimFailed(error: unknown): ClaimedUpdate[] {
    if (!isUniqueViolation(error)) {
      doubt.arise()
      log.error({ err: error }, 'inbox.claim.failed')
    }
    later(isUniqueViolation(error) ? 0.02 : 1)
    return []
  }

  function begin(update: ClaimedUpdate): void {
    inHand.add(update.id)
    const work = run(update).then((again) => {
      busy.delete(work)
      inHand.delete(update.id)
      if (again !== undefined) later(again)
      if (isCrowded || isWanted) wake()
    })
    busy.add(work)
  }

  function later(seconds: number): void {
    const timer = setTimeout(
      () => {
        retries.delete(timer)
        wake()
      },
      seconds * 1000 + 10,
    )
    retries.add(timer)
  }

  return {
    receive,
    wake,
    /** Something waits that a process has died with. */
    suspect: () => void (hasSuspects = true),
    get isIdle() {
      return busy.size === 0 && !isClaiming && !isWanted
    },
    /** Takes nothing more and finishes what is in hand. */
    async close(): Promise<void> {
      isClosed = true
      retries.forEach((timer) => clearTimeout(timer))
      await claiming
      await Promise.all(busy)
    },
  }
}
