import type { OutboxRow } from '../data/outbox-rows.ts'
import type { WantedPlace } from '../data/pace-rows.ts'
import { messagesMade } from './creating-methods.ts'

/** How often the head of a lane has been tried in vain, by how it ended: each kind has its own patience. */
export interface Tries {
  /** Sent, and no answer came: it may stand in the chat. */
  unknown: number
  /** Telegram said that it had failed. */
  failed: number
}

export const noTries: Tries = { unknown: 0, failed: 0 }

/** What is owed to one chat, in the order in which it will be said. */
export interface Lane {
  rows: OutboxRow[]
  /** The first one is under way. */
  isBusy: boolean
  /** Machine time in milliseconds; the head is not tried before. */
  notBefore: number
  tries: Tries
}

export const newLane = (row: OutboxRow): Lane => ({
  rows: [row],
  isBusy: false,
  notBefore: 0,
  tries: noTries,
})

/** Within a chat replies keep their order and go before deliveries, and these by their urgency: as `outbox.turn` has it. */
const turnOf = ({ isOnce, priority }: OutboxRow) => (isOnce ? priority : 0)

const isBefore = (one: OutboxRow, other: OutboxRow) =>
  turnOf(one) < turnOf(other) || (turnOf(one) === turnOf(other) && one.id < other.id)

/**
 * In the order of their turns and ids, because no call may start while an earlier one of its chat is owed: what is
 * taken over from a dead process, or was committed a moment later, may be earlier than what is here already. Twice is
 * once.
 */
export function queueUp({ rows, isBusy }: Lane, row: OutboxRow): void {
  if (rows.some(({ id }) => id === row.id)) return
  const at = rows.findIndex((other, index) => isBefore(row, other) && !(isBusy && index === 0))
  rows.splice(at === -1 ? rows.length : at, 0, row)
}

/** Lets a call go now, whatever waits before it. */
export function putFirst({ rows }: Lane, row: OutboxRow): void {
  const at = rows.findIndex(({ id }) => id === row.id)
  if (at > 0) rows.unshift(...rows.splice(at, 1))
}

/** Heads that may be asked for at once. */
const mostHeads = 100

/** The first call of each chat that may be tried now; the most urgent chats first, then the oldest calls. */
export function firstCalls(lanes: Iterable<Lane>): OutboxRow[] {
  const now = performance.now()
  const first: { head: OutboxRow; urgency: number }[] = []
  for (const lane of lanes) {
    const [head] = lane.rows
    if (head && !lane.isBusy && lane.notBefore <= now) first.push({ head, urgency: urgencyOf(lane) })
  }
  first.sort((one, other) => one.urgency - other.urgency || one.head.id - other.head.id)
  return first.slice(0, mostHeads).map(({ head }) => head)
}

/** A call is as urgent as the most urgent one that waits behind it. */
function urgencyOf({ rows }: Lane): number {
  let urgency = Infinity
  for (const { priority } of rows) urgency = Math.min(urgency, priority)
  return urgency
}

/** Milliseconds until a chat that waits may be tried again; `undefined` when none waits. */
export function millisecondsToNext(lanes: Iterable<Lane>): number | undefined {
  let next = Infinity
  for (const lane of lanes) if (!lane.isBusy) next = Math.min(next, lane.notBefore)
  return Number.isFinite(next) ? Math.max(next - performance.now(), 5) : undefined
}

/** What a call asks for before it may start. */
export const asPlace = (row: OutboxRow): WantedPlace => ({
  outboxId: row.id,
  chatId: row.chatId,
  screen: row.screen,
  messages: messagesMade(row.method, row.payload),
  isFresh: row.isFresh,
  isOnce: row.isOnce,
})
