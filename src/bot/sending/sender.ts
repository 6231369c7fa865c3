import type { Clock } from '../../platform/clock.ts'
import type { OutboxRow, OutboxRows } from '../data/outbox-rows.ts'
import type { GrantedPlace, PaceRows } from '../data/pace-rows.ts'
import { afterRefusal, type AfterRefusalNeeds } from './after-refusal.ts'
import { alarm } from '../alarm.ts'
import { ending, type EndingNeeds } from '../ending.ts'
import { isNeverRepeated } from './judge-answer.ts'
import {
  asPlace,
  firstCalls,
  millisecondsToNext,
  newLane,
  noTries,
  putFirst,
  queueUp,
  type Lane,
  type Tries,
} from './sender-lane.ts'

/** The id of the message that stands in the chat now, or those of an album. */
export type Made = number | readonly number[] | null

/** Performs one call of the outbox; resolves with what stands in the chat now. */
export type PerformCall = (row: OutboxRow, stands: Standing) => Promise<Made>

/** What stands in the chat for the screen of a call. */
export type Standing = Pick<GrantedPlace, 'screenMessageId' | 'pinnedMessageId'>

export interface SenderNeeds extends AfterRefusalNeeds, Pick<EndingNeeds, 'endDeliveries'> {
  clock: Clock
  rows: Pick<OutboxRows, 'complete' | 'hasNotLeft'>
  paces: Pick<PaceRows, 'take' | 'pause'>
  perform: PerformCall
  processNumber: () => number
  /** Somebody cannot be reached any more: they blocked the bot, or are gone. Drops what is owed to them up to a row. */
  onUnreachable(chatId: number, upTo: number): Promise<void>
}

export type Sender = ReturnType<typeof sender>

/** Milliseconds that the end of the process waits for answers of Telegram. */
const closingPatience = 4_000

/**
 * Says what the outbox owes: per chat in order, one call at a time, replies before bulk, at the pace all processes
 * share. A row goes after Telegram has answered, and only then does the chat's next call start.
 */
export function sender(needs: SenderNeeds) {
  const { log, paces, perform, processNumber, onUnreachable, count } = needs
  const lanes = new Map<number, Lane>()
  const wake = alarm(() => void pump())
  const ends = ending({ ...needs, onWritten, onIdle: tellIdlers })
  const { givenUp: give, inDoubt: doubt } = ends
  const settle = afterRefusal(needs, { finish, again, give, doubt, dropAll })
  let isTaking = false
  let isClosed = false
  let inFlight = 0
  let delay = 0
  const idlers: (() => void)[] = []

  function enqueue(added: readonly OutboxRow[]): void {
    for (const row of added) {
      const lane = lanes.get(row.chatId)
      // Only what is not in our hands has left those of a process that died.
      if (row.hasLeft && isNeverRepeated(row) && !lane?.rows.some(({ id }) => id === row.id)) doubt(row)
      else if (lane) queueUp(lane, row)
      else lanes.set(row.chatId, newLane(row))
    }
    if (added.length > 0) void pump()
  }

  /** Asks for places for the first call of each chat that may go, and starts those that got one. */
  async function pump(): Promise<void> {
    if (isTaking || isClosed) return
    const wanted = firstCalls(lanes.values())
    if (wanted.length === 0) return wakeLater()
    isTaking = true
    try {
      const { places, nextInMilliseconds } = await paces.take(wanted.map(asPlace), processNumber())
      delay = places.length > 0 ? 15 : Math.min(Math.max(delay * 2, 15), 250)
      for (const place of places) start(place, wanted)
      if (places.length < wanted.length) wake.in(Math.min(nextInMilliseconds ?? delay, 250))
      else if (firstCalls(lanes.values()).length > 0) setImmediate(() => void pump())
      // What was gone has woken nobody up, and another chat may have waited for its hour behind it.
      else wakeLater()
    } catch (error) {
      log.error({ err: error }, 'pace.failed')
      wake.in(1000)
    } finally {
      isTaking = false
    }
  }

  function wakeLater(): void {
    const milliseconds = millisecondsToNext(lanes.values())
    if (milliseconds !== undefined) wake.in(milliseconds)
  }

  function start(place: GrantedPlace, wanted: readonly OutboxRow[]): void {
    const row = wanted.find(({ id }) => id === place.outboxId)
    const lane = row && lanes.get(row.chatId)
    if (!row || !lane) return
    // While the place was asked for, a call may have come that goes before; but a delivery counts as having left.
    if (row.isOnce && !lane.isBusy) putFirst(lane, row)
    if (lane.rows[0]?.id !== row.id) return
    // Another process has taken it over, and may have made the call already.
    if (place.isGone) return forget(row)
    lane.isBusy = true
    inFlight += 1
    void place
      .leave(() => perform(row, place))
      .then(
        (made) => finish(row, made),
        (error: unknown) => settle(row, lane, error, place.screenMessageId),
      )
      .catch((error: unknown) => {
        log.error({ err: error, outbox: row.id }, 'send.broken')
        again(lane, 5, row, lane.tries)
      })
      .finally(() => (inFlight -= 1))
  }

  function finish(row: OutboxRow, made: Made): void {
    count('sent')
    ends.said(row, made)
  }

  /** What was owed to the chat until now goes; what is said from here on may find it reachable again. */
  async function dropAll(chatId: number, lane: Lane): Promise<void> {
    const dropped = new Set(lane.rows)
    await onUnreachable(chatId, Math.max(...lane.rows.map(({ id }) => id)))
    lane.rows = lane.rows.filter((row) => !dropped.has(row))
    restart(chatId, lane)
    void pump()
    tellIdlers()
  }

  /** The same call once more, later; it stays at the head of its chat. */
  function again(lane: Lane, afterSeconds: number, row: OutboxRow, tries: Tries): void {
    lane.rows[0] = row
    lane.tries = tries
    lane.notBefore = performance.now() + afterSeconds * 1000
    lane.isBusy = false
    wake.in(Math.max(afterSeconds * 1000, 5))
  }

  function onWritten(written: readonly OutboxRow[]): void {
    for (const row of written) advance(row)
    void pump()
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
    if (lane?.rows[0]?.id !== row.id) return
    lane.rows.shift()
    restart(row.chatId, lane)
  }

  function restart(chatId: number, lane: Lane): void {
    lane.isBusy = false
    lane.tries = noTries
    lane.notBefore = 0
    if (lane.rows.length === 0) lanes.delete(chatId)
  }

  const isIdle = () => lanes.size === 0 && ends.isIdle

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
      wake.stop()
      const deadline = performance.now() + closingPatience
      while ((isTaking || inFlight > 0 || ends.isWriting) && performance.now() < deadline) await soon(5)
    },
  }
}

const soon = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))
