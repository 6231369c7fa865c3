import {
  endsLocally,
  isCancelled,
  isRunning,
  isUntimed,
  overAt,
  startsLocally,
  type ProgrammeItem,
} from './item.ts'

type Span = Pick<ProgrammeItem, 'startsAt' | 'endsAt' | 'startZone' | 'endZone'>
type Item = Span & Pick<ProgrammeItem, 'kind' | 'status' | 'removedAt' | 'ownFlight'>

export const firstDayOf = (item: Span): Temporal.PlainDate => startsLocally(item).toPlainDate()

/** The last local day that has something of it; what ends at midnight has nothing of the day that begins then. */
export function lastDayOf(item: Span): Temporal.PlainDate {
  const first = firstDayOf(item)
  const last = endsLocally(item).subtract({ nanoseconds: 1 }).toPlainDate()
  return Temporal.PlainDate.compare(last, first) < 0 ? first : last
}

/** Whether a local day has something of it, as the day after has of a night coach. */
const isOn = (item: Span, day: Temporal.PlainDate): boolean =>
  Temporal.PlainDate.compare(firstDayOf(item), day) <= 0 &&
  Temporal.PlainDate.compare(day, lastDayOf(item)) <= 0

export const itemsOn = <Some extends Span>(items: readonly Some[], day: Temporal.PlainDate): Some[] =>
  items.filter((item) => isOn(item, day))

/** The days that have something, in their order. */
export const daysOf = (items: readonly Span[]): Temporal.PlainDate[] =>
  [...new Set(items.flatMap((item) => [firstDayOf(item).toString(), lastDayOf(item).toString()]))]
    .sort()
    .map((day) => Temporal.PlainDate.from(day))

/** When the last local day of an item is over. */
const dayOverAt = (item: Span): Temporal.Instant =>
  lastDayOf(item).add({ days: 1 }).toZonedDateTime(item.endZone).toInstant()

/** What somebody is shown: cancelled items only until their day is over. */
export const shownAt = <Some extends Item>(items: readonly Some[], now: Temporal.Instant): Some[] =>
  items.filter((item) => !isCancelled(item) || Temporal.Instant.compare(now, dayOverAt(item)) < 0)

/** What is going on now; a deadline never is. */
export const runningAt = <Some extends Item>(items: readonly Some[], now: Temporal.Instant): Some[] =>
  items.filter((item) => !isCancelled(item) && item.kind !== 'deadline' && isRunning(item, now))

/** What comes next, deadlines included; of what has no hour nobody can say that it does. */
export const nextAfter = <Some extends Item>(
  items: readonly Some[],
  now: Temporal.Instant,
): Some | undefined =>
  items.find(
    (item) => !isCancelled(item) && !isUntimed(item) && Temporal.Instant.compare(item.startsAt, now) > 0,
  )

/** Whether all that will ever take place has taken place. */
export const isOver = (items: readonly Item[], now: Temporal.Instant): boolean =>
  items.every((item) => isCancelled(item) || Temporal.Instant.compare(overAt(item), now) <= 0)
