import { isCancelled, isRunning, overAt, type ProgrammeItem } from './item.ts'

/** Minutes that are offered at a tap. */
export const usualDelays = [10, 20, 30] as const

/** The most that an item is late by; what is later than that is moved. */
export const longestDelay = 600

/** Whether an item can be said to be late: it is running, or it is the next one, or begins within hours. */
export function canBeLate(
  item: ProgrammeItem,
  programme: readonly ProgrammeItem[],
  now: Temporal.Instant,
): boolean {
  if (isCancelled(item) || item.kind === 'deadline') return false
  if (isRunning(item, now)) return true
  if (Temporal.Instant.compare(item.startsAt, now) <= 0) return false
  if (Temporal.Instant.compare(item.startsAt, now.add({ hours: 6 })) <= 0) return true
  const next = programme.find(
    (other) =>
      !isCancelled(other) && other.kind !== 'deadline' && Temporal.Instant.compare(other.startsAt, now) > 0,
  )
  return next?.startsAt.equals(item.startsAt) ?? false
}

/** Whether there is anything left of it that could be late. */
export const canStillBeLate = (item: ProgrammeItem, now: Temporal.Instant): boolean =>
  !isCancelled(item) && item.kind !== 'deadline' && Temporal.Instant.compare(now, overAt(item)) < 0

/** So many minutes after its hour a departure may still be waiting. */
const minutesOfWaiting = 30

/** Whether somebody has to say if a departure has left: its hour was a moment ago. */
export const mayStillWait = (item: ProgrammeItem, now: Temporal.Instant): boolean =>
  item.kind === 'travel' &&
  isRunning(item, now) &&
  now.since(item.startsAt).total('minutes') <= minutesOfWaiting

/** The times of an item that is late: one that has begun only ends later; what has not left yet does both. */
export function delayed(
  { startsAt, endsAt }: Pick<ProgrammeItem, 'startsAt' | 'endsAt'>,
  minutes: number,
  { now, hasLeft }: { now: Temporal.Instant; hasLeft: boolean },
): Pick<ProgrammeItem, 'startsAt' | 'endsAt'> {
  const hasBegun = hasLeft && Temporal.Instant.compare(startsAt, now) <= 0
  return {
    startsAt: hasBegun ? startsAt : startsAt.add({ minutes }),
    endsAt: endsAt?.add({ minutes }) ?? null,
  }
}

/**
 * The items that a delay pushes on, one after the other, until a gap between two of them absorbs it. `programme` is what the
 * same people have, in its order.
 */
export function pushedBy(
  late: ProgrammeItem,
  minutes: number,
  programme: readonly ProgrammeItem[],
): ProgrammeItem[] {
  const pushed: ProgrammeItem[] = []
  let end = overAt(late)
  for (const item of programme) {
    if (item.id === late.id || isCancelled(item) || item.kind === 'deadline') continue
    if (Temporal.Instant.compare(item.startsAt, late.startsAt) <= 0) continue
    if (end.until(item.startsAt).total('minutes') >= minutes) break
    pushed.push(item)
    if (Temporal.Instant.compare(overAt(item), end) > 0) end = overAt(item)
  }
  return pushed
}
