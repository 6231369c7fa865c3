import type { Broadcast } from '../broadcast.ts'

/** Telegram takes nothing away that is older. */
export const hoursToRecall = 48

/** Whether some of its copies may be young enough to be taken away. */
export const isRecallable = (
  { startedAt, endedAt, recalledAt, state }: Broadcast,
  now: Temporal.Instant,
): boolean =>
  startedAt !== null &&
  recalledAt === null &&
  ['sending', 'finished', 'stopped'].includes(state) &&
  Temporal.Instant.compare((endedAt ?? now).add({ hours: hoursToRecall }), now) > 0
