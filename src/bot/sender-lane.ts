import type { OutboxRow } from './data/outbox-rows.ts'

/** What is owed to one chat, in the order in which it will be said. */
export interface Lane {
  rows: OutboxRow[]
  /** The first one is under way. */
  isBusy: boolean
  /** Machine time in milliseconds; the head is not tried before. */
  notBefore: number
  tries: number
}

export const newLane = (row: OutboxRow): Lane => ({ rows: [row], isBusy: false, notBefore: 0, tries: 0 })

/**
 * In the order of the ids, because no call may start while an earlier one of its chat is owed: what is taken over from
 * a dead process, or was committed a moment later, may be earlier than what is here already. Twice is once.
 */
export function queueUp({ rows, isBusy }: Lane, row: OutboxRow): void {
  if (rows.some(({ id }) => id === row.id)) return
  const at = rows.findIndex(({ id }, index) => id > row.id && !(isBusy && index === 0))
  rows.splice(at === -1 ? rows.length : at, 0, row)
}
