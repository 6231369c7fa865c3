import type { OutboxRow } from './data/outbox-rows.ts'

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

/**
 * In the order of the ids, because no call may start while an earlier one of its chat is owed: what is taken over from
 * a dead process, or was committed a moment later, may be earlier than what is here already. Twice is once.
 */
export function queueUp({ rows, isBusy }: Lane, row: OutboxRow): void {
  if (rows.some(({ id }) => id === row.id)) return
  const at = rows.findIndex(({ id }, index) => id > row.id && !(isBusy && index === 0))
  rows.splice(at === -1 ? rows.length : at, 0, row)
}

/** Heads that may be asked for at once. */
const mostHeads = 100

/** The first call of each chat that may be tried now; replies first, then the oldest. */
export function firstCalls(lanes: Iterable<Lane>): OutboxRow[] {
  const now = performance.now()
  const first: OutboxRow[] = []
  for (const lane of lanes) {
    const head = lane.rows[0]
    if (head && !lane.isBusy && lane.notBefore <= now) first.push(head)
  }
  return first.sort((one, other) => one.priority - other.priority || one.id - other.id).slice(0, mostHeads)
}

/** Milliseconds until a chat that waits may be tried again; `undefined` when none waits. */
export function millisecondsToNext(lanes: Iterable<Lane>): number | undefined {
  let next = Infinity
  for (const lane of lanes) if (!lane.isBusy) next = Math.min(next, lane.notBefore)
  return Number.isFinite(next) ? Math.max(next - performance.now(), 5) : undefined
}
