import type { Logger } from 'pino'
import type { Clock } from '../platform/clock.ts'
import { isBrokenRule, type Database } from '../platform/database.ts'
import { newErrorId } from '../platform/error-id.ts'
import type { ClaimedUpdate, InboxRows, ReceivedUpdate, Taken } from './data/inbox-rows.ts'
import type { OutboxRow } from './data/outbox-rows.ts'
import type { Doubt } from './doubt.ts'
import type { Measure } from './measure.ts'
import type { Messenger } from './messenger.ts'

/** What handling an update leaves behind besides its rows. */
export interface HandledUpdate {
  conversation: string | null | undefined
  /** Said after the commit, best effort: the answer to a pressed button. */
  afterwards?: () => void
}

export interface InboxNeeds {
  database: Database
  clock: Clock
  log: Logger
  rows: InboxRows
  messenger: Pick<Messenger, 'take'>
  processNumber: () => number
  /** Handles one update inside its transaction. */
  handle(update: ClaimedUpdate): Promise<HandledUpdate>
  /** Says sorry, with the id that is also in the log, in a transaction of its own. */
  apologise(update: ClaimedUpdate, errorId: string): Promise<void>
  /** Makes the body of an update unreadable without the key. */
  seal(body: string): string
  send(rows: OutboxRow[]): void
  /** Arises with every failure, because nobody knows then what the database has done. */
  doubt: Doubt
  measure: Omit<Measure, 'sent'>
  /** Updates handled side by side. */
  hands?: number
}

export type Inbox = ReturnType<typeof inbox>

/** Seconds between tries; after the last one the update is set aside. */
const pauses = [1, 5]
const tries = 3

/**
 * The way of every update: kept once, taken in order by whoever has a hand free, handled in one transaction together
 * with the state of the conversation and what it wants said.
 */
export function inbox(needs: InboxNeeds) {
  const {
    database,
    clock,
    log,
    rows,
    messenger,
    processNumber,
    handle,
    send,
    measure,
    doubt,
    hands = 16,
  } = needs
  const busy = new Set<Promise<void>>()
  const inHand = new Set<number>()
  let claiming: Promise<void> | undefined
  let isWanted = false
  let isClaiming = false
  let isClosed = false
  /** Updates may wait behind one that is in hand: look again when it is done. */
  let isCrowded = false
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
    const free = isClosed || doubt.isThere ? 0 : Math.max(hands - busy.size, 0)
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
      isWanted = false
      const free = hands - busy.size
      isCrowded = busy.size > 0
      const claimed = await next(free).catch(claimFailed)
      if (claimed.length === free) isWanted = true
      for (const update of claimed) begin(update)
      isCrowded ||= claimed.some(({ hasMore }) => hasMore)
    }
    isClaiming = false
  }

  async function next(free: number): Promise<ClaimedUpdate[]> {
    if (doubt.isThere) await rows.freeUnheard(processNumber(), [...inHand])
    return rows.claim(processNumber(), free)
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
    const work = run(update).finally(() => {
      busy.delete(work)
      inHand.delete(update.id)
      if (isCrowded || isWanted) wake()
    })
    busy.add(work)
  }

  async function run(update: ClaimedUpdate): Promise<void> {
    const startedAt = performance.now()
    try {
      if (update.attempts > tries) throw new Error('The process died each time it handled this update.')
      await handleOnce(update).catch((error: unknown) => {
        // Something it rests on has changed while it was handled: nothing of it remains, and it is handled anew.
        if (!isBrokenRule(error)) throw error
        return handleOnce(update)
      })
      measure.handled((performance.now() - startedAt) / 1000)
    } catch (error) {
      measure.failed()
      doubt.arise()
      await fail(update, error).catch((failure: unknown) =>
        log.error({ err: failure, inbox: update.id }, 'inbox.fail.failed'),
      )
    }
  }

  async function handleOnce(update: ClaimedUpdate): Promise<void> {
    let afterwards: (() => void) | undefined
    await database.transaction(async (transaction) => {
      const { conversation, afterwards: answer } = await handle(update)
      afterwards = answer
      const { id, lane } = update
      const said = messenger.take(transaction)
      const handled = { id, lane, processNumber: processNumber(), now: clock.now(), conversation, said }
      await transaction.writeLast(rows.end(handled, send))
    })
    afterwards?.()
  }

  async function fail(update: ClaimedUpdate, error: unknown): Promise<void> {
    const name = error instanceof Error ? error.name : 'unknown'
    const isLast = update.attempts >= tries
    const errorId = isLast ? newErrorId() : undefined
    log.error({ err: error, inbox: update.id, attempt: update.attempts, errorId }, 'update.failed')
    if (errorId === undefined) {
      const pause = pauses[update.attempts - 1] ?? 20
      await rows.giveBack(update.id, processNumber(), pause, name)
      return later(pause)
    }
    await database.transaction(async () => {
      const seal = { body: needs.seal(update.body), error: name, errorId }
      if (await rows.setAside(update.id, processNumber(), seal, clock.now()))
        await needs.apologise(update, errorId)
    })
    isCrowded = true
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

const isUniqueViolation = (error: unknown) =>
  error instanceof Error && 'code' in error && error.code === '23505'
