import type { Activity } from './activity.ts'
import { seated, type ApplicationState } from './life-cycle.ts'

/** How many seats are held, in the whole activity and by one firm. */
export interface Seats {
  taken: number
  takenByFirm: number
}

const noSeatReasons = ['full', 'firmQuota'] as const
export type NoSeat = (typeof noSeatReasons)[number]

/** Why somebody waits: no seat for them, or others who came before wait for the one there is. */
export const waitReasons = [...noSeatReasons, 'queue', 'offerOver', 'offerTakenBack'] as const
export type WaitReason = (typeof waitReasons)[number]

/** Why there is no seat, if there is none. */
export function noSeatBecause(
  { capacity, perFirm }: Pick<Activity, 'capacity' | 'perFirm'>,
  { taken, takenByFirm }: Seats,
): NoSeat | undefined {
  if (capacity !== null && taken >= capacity) return 'full'
  if (perFirm !== null && takenByFirm >= perFirm) return 'firmQuota'
  return undefined
}

/** How many seats of one firm are paid for; further colleagues travel at their own cost. `undefined`: nothing is said. */
export function supportedPerFirm({
  details,
  perFirm,
}: Pick<Activity, 'details' | 'perFirm'>): number | undefined {
  const supported = details['supportedPerFirm']
  return typeof supported === 'number' && (perFirm === null || supported < perFirm) ? supported : undefined
}

/** How many seats are held, of what stands in each state. */
export const seatsHeld = (counts: Partial<Record<ApplicationState, number>> | undefined): number =>
  countIn(counts ?? {}, seated)

/** How many stand in one of these states. */
export const countIn = (
  counts: Partial<Record<ApplicationState, number>>,
  states: readonly ApplicationState[],
): number => states.reduce((sum, state) => sum + (counts[state] ?? 0), 0)

export const seatsLeft = ({ capacity }: Pick<Activity, 'capacity'>, taken: number): number | null =>
  capacity === null ? null : Math.max(capacity - taken, 0)
