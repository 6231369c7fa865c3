import { GrammyError, HttpError } from 'grammy'
import type { Logger } from 'pino'
import type { Clock } from '../platform/clock.ts'
import type { Completed, OutboxRow, OutboxRows } from './data/outbox-rows.ts'
import type { GrantedPlace, PaceRows } from './data/pace-rows.ts'
import { createsMessage } from './creating-methods.ts'
import { judge, type Verdict } from './judge-answer.ts'
import { newLane, noTries, queueUp, type Lane, type Tries } from './sender-lane.ts'

/** Performs one call of the outbox; resolves with the id of the message that stands in the chat now. */
export type PerformCall = (row: OutboxRow, screenMessageId: number | null) => Promise<number | null>

export interface SenderNeeds {
  clock: Clock
  log: Logger
  rows: Pick<OutboxRows, 'complete' | 'dropChat'>
  paces: Pick<PaceRows, 'take' | 'pause'>
  perform: PerformCall
  processNumber: () => number
  /** Somebody cannot be reached any more: they blocked the bot, or are gone. */
  onUnreachable(chatId: number): Promise<void>
  /** A group became a supergroup. */
  onMigrated(fromChatId: number, toChatId: number): Promise<void>
  count(outcome: 'sent' | 'refused' | 'tooMany' | 'givenUp'): void
}

export type Sender = ReturnType<typeof sender>

const heads = 100

/** Milliseconds that the end of the process waits for answers of Telegram. */
const closingPatience = 4_000

/**
 * Says what the outbox owes: per chat in order, one call at a time, replies before bulk, at the pace all processes
 * share. A row goes after Telegram has answered, and only then does the chat's next call start.
 */
export function sender(needs: SenderNeeds) {
  const { clock, log, rows, paces, perform, processNumber, onUnreachable, onMigrated, count } = needs
  const lanes = new Map<number, Lane>()
  const completed: Completed[] = []
  let isTaking = false
  let isFlushing = false
  let isClosed = false
  let inFlight = 0
  let delay = 0
  let timer: NodeJS.Timeout | undefined
  let timerAt = Infinity
  const idlers: (() => void)[] = []

  function enqueue(added: readonly OutboxRow[]): void {
    for (const row of added) {
      const lane = lanes.get(row.chatId)
      if (lane) queueUp(lane, row)
      else lanes.set(row.chatId, newLane(row))
    }
    if (added.length > 0) void pump()
  }

  /** Asks for places for the first call of each chat that may go, and starts those that got one. */
  async function pump(): Promise<void> {
    if (isTaking || isClosed) return
    const wanted = firstCalls()
    if (wanted.length === 0) return wakeLater()
    isTaking = true
    try {
      const granted = await paces.take(wanted.map(asPlace), processNumber())
      delay = granted.length > 0 ? 0 : Math.min(Math.max(delay * 2, 15), 250)
      for (const place of granted) start(place, wanted)
      if (granted.length < wanted.length) wakeIn(Math.max(delay, 15))
      else if (firstCalls().length > 0) setImmediate(() => void pump())
    } catch (error) {
      log.error({ err: error }, 'pace.failed')
      wakeIn(1000)
    } finally {
      isTaking = false
    }
  }

  function firstCalls(): OutboxRow[] {
    const now = performance.now()
    const first: OutboxRow[] = []
    for (const lane of lanes.values()) {
      const head = lane.rows[0]
      if (head && !lane.isBusy && lane.notBefore <= now) first.push(head)
    }
    return first.sort((one, other) => one.priority - other.priority || one.id - other.id).slice(0, heads)
  }

  function wakeLater(): void {
    const now = performance.now()
    let next = Infinity
    for (const lane of lanes.values()) if (!lane.isBusy) next = Math.min(next, lane.notBefore)
    if (Number.isFinite(next)) wakeIn(Math.max(next - now, 5))
  }

  /** The earliest moment anybody has asked for counts. */
  function wakeIn(milliseconds: number): void {
    const at = performance.now() + milliseconds
    if (at >= timerAt) return
    clearTimeout(timer)
    timerAt = at
    timer = setTimeout(() => {
      timer = undefined
      timerAt = Infinity
      void pump()
    }, milliseconds)
  }

  function start(place: GrantedPlace, wanted: readonly OutboxRow[]): void {
    const row = wanted.find(({ id }) => id === place.outboxId)
    const lane = row && lanes.get(row.chatId)
    // While the place was asked for, an earlier call may have come: that one goes first.
    if (!row || !lane || lane.rows[0]?.id !== row.id) return
    // Another process has taken it over, and may have made the call already.
    if (place.isGone) return forget(row)
    lane.isBusy = true
    inFlight += 1
    void perform(row, row.isFresh ? null : place.screenMessageId)
      .then(
        (messageId) => finish(row, messageId),
        (error: unknown) => settle(row, lane, error, place.screenMessageId),
      )
      .catch((error: unknown) => {
        log.error({ err: error, outbox: row.id }, 'send.broken')
        again(lane, 5, row, lane.tries)
      })
      .finally(() => (inFlight -= 1))
  }

  function finish(row: OutboxRow, messageId: number | null): void {
    count('sent')
    completed.push({ row, messageId })
    void flush()
  }

  async function settle(
    row: OutboxRow,
    lane: Lane,
    error: unknown,
    screenMessageId: number | null,
  ): Promise<void> {
    const verdict = judge(error instanceof HttpError ? error.error : error, row, lane.tries)
    note(verdict, row, error)
    switch (verdict.kind) {
      case 'harmless':
        // What stands there already is the live message still, unless it was to be left.
        return finish(row, row.method === 'closeScreen' ? null : screenMessageId)
      case 'again':
        return again(
          lane,
          verdict.afterSeconds,
          verdict.change ? verdict.change(row) : row,
          verdict.counts ? { ...lane.tries, [verdict.counts]: lane.tries[verdict.counts] + 1 } : lane.tries,
        )
      case 'wait':
        await paces.pause(verdict.everybody ? 0 : row.chatId, verdict.seconds)
        return again(lane, verdict.seconds, row, lane.tries)
      case 'unreachable':
        return dropAll(row.chatId, lane)
      case 'migrated':
        await onMigrated(row.chatId, verdict.to)
        return give(row)
      case 'giveUp':
        return give(row)
    }
  }

  /** What was owed to the chat until now goes; what is said from here on may find it reachable again. */
  async function dropAll(chatId: number, lane: Lane): Promise<void> {
    const dropped = new Set(lane.rows)
    const last = lane.rows.at(-1)?.id ?? 0
    await onUnreachable(chatId)
    await rows.dropChat(chatId, last)
    lane.rows = lane.rows.filter((row) => !dropped.has(row))
    restart(chatId, lane)
    void pump()
    tellIdlers()
  }

  function note(verdict: Verdict, row: OutboxRow, error: unknown): void {
    if (verdict.kind === 'wait') count('tooMany')
    else if (verdict.kind === 'giveUp') count('givenUp')
    else if (verdict.kind !== 'harmless') count('refused')
    if (verdict.kind === 'harmless') return
    const code =
      error instanceof GrammyError ? error.error_code : error instanceof Error ? error.name : 'unknown'
    log.warn({ outbox: row.id, method: row.method, code, verdict: verdict.kind }, 'send.refused')
  }

  /** The same call once more, later; it stays at the head of its chat. */
  function again(lane: Lane, afterSeconds: number, row: OutboxRow, tries: Tries): void {
    lane.rows[0] = row
    lane.tries = tries
    lane.notBefore = performance.now() + afterSeconds * 1000
    lane.isBusy = false
    wakeIn(Math.max(afterSeconds * 1000, 5))
  }

  function give(row: OutboxRow): void {
    completed.push({ row: { ...row, screen: null }, messageId: null })
    void flush()
  }

  /** Writes down what has been said: everything that has gathered since the last time, in one statement. */
  async function flush(): Promise<void> {
    if (isFlushing) return
    isFlushing = true
    while (completed.length > 0) {
      const batch = completed.splice(0, 500)
      try {
        await rows.complete(batch, clock.now())
        for (const { row } of batch) advance(row)
        void pump()
      } catch (error) {
        log.error({ err: error }, 'outbox.complete.failed')
        completed.unshift(...batch)
        await new Promise((resolve) => setTimeout(resolve, 500))
      }
    }
    isFlushing = false
    tellIdlers()
  }

  function tellIdlers(): void {
    if (isIdle()) for (const idler of idlers.splice(0)) idler()
  }

  function forget(row: OutboxRow): void {
    advance(row)
    tellIdlers()
  }

  function advance(row: OutboxRow): void {
    const lane = lanes.get(row.chatId)
    if (!lane) return
    lane.rows.shift()
    restart(row.chatId, lane)
  }

  function restart(chatId: number, lane: Lane): void {
    lane.isBusy = false
    lane.tries = noTries
    lane.notBefore = 0
    if (lane.rows.length === 0) lanes.delete(chatId)
  }

  const isIdle = () => lanes.size === 0 && completed.length === 0 && !isFlushing

  return {
    enqueue,
    /** Resolves when nothing is owed any more. */
    idle: () => (isIdle() ? Promise.resolve() : new Promise<void>((resolve) => idlers.push(resolve))),
    get isIdle() {
      return isIdle()
    },
    /**
     * Starts nothing more and waits a while for what is under way; the rest stays in the outbox, and what got no answer
     * by then is, for whoever takes it over, of unknown fate.
     */
    async close(): Promise<void> {
      isClosed = true
      clearTimeout(timer)
      const deadline = performance.now() + closingPatience
      while ((inFlight > 0 || isFlushing) && performance.now() < deadline)
        await new Promise((resolve) => setTimeout(resolve, 5))
    },
  }
}

const asPlace = (row: OutboxRow) => ({
  outboxId: row.id,
  chatId: row.chatId,
  screen: row.screen,
  isMessage: createsMessage(row.method),
  isFresh: row.isFresh,
})
