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
