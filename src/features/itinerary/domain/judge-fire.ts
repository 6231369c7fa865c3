import type { Fire } from './fire.ts'
import { isCancelled, type ProgrammeItem } from './item.ts'
import { canWait } from './rings.ts'
import { outsideQuietHours } from '../../../shared/quiet-hours.ts'

/** What stands against saying a reminder, at the moment it is due. */
export interface Circumstances {
  now: Temporal.Instant
  /** Where they are. */
  zone: string
  isPaused: boolean
  /** They take part, or coordinate, and it takes place. */
  isConcerned: boolean
  /** What it speaks of; null: of no single item. */
  item: Pick<ProgrammeItem, 'status' | 'removedAt'> | null
  isOnBoard: boolean
}

export type Verdict =
  { kind: 'say' | 'held' | 'expired' | 'unneeded' } | { kind: 'wait'; until: Temporal.Instant }

/** What becomes of a reminder that is due: too late, held back, without a reason, for the morning, or said now. */
export function judgeFire(fire: Fire, circumstances: Circumstances): Verdict {
  const { now, zone, isPaused, isConcerned, item, isOnBoard } = circumstances
  if (Temporal.Instant.compare(fire.uselessAt, now) <= 0) return { kind: 'expired' }
  if (!isConcerned || isOnBoard || (item && isCancelled(item))) return { kind: 'unneeded' }
  if (isPaused) return { kind: 'held' }
  const awake = outsideQuietHours(now, zone)
  const waits = canWait(fire.kind) && Temporal.Instant.compare(awake, now) > 0
  if (waits && Temporal.Instant.compare(awake, fire.uselessAt) < 0) return { kind: 'wait', until: awake }
  return { kind: 'say' }
}
