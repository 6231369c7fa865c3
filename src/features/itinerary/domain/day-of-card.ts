import { isCancelled, overAt, type ProgrammeItem } from './item.ts'
import { firstDayOf, itemsOn, lastDayOf } from './own-days.ts'
import { whereaboutsAt } from './whereabouts.ts'

export interface CardMoment {
  /** The day that the card shows; null: there is none. */
  day: Temporal.PlainDate | null
  /** When to look at it again; null: never, the trip is over. */
  nextAt: Temporal.Instant | null
}

/** The hour from which the card shows tomorrow, once today is over. */
const evening = Temporal.PlainTime.from('19:00')
/** So many hours before the first item nobody's evening before has come yet, wherever they are. */
export const hoursAhead = 48

/**
 * Which day's card somebody has at a moment, and until when it stays as it is: today's while today has anything left,
 * in the evening tomorrow's, by the clock of where they are. `items` are theirs, in the order of the programme.
 */
export function dayOfCard(
  items: readonly ProgrammeItem[],
  homeZone: string,
  now: Temporal.Instant,
): CardMoment {
  const held = items.filter((item) => !isCancelled(item) && item.kind !== 'deadline')
  const { zone } = whereaboutsAt(items, homeZone, now)
  const here = now.toZonedDateTimeISO(zone)
  const [today, tomorrow] = [here.toPlainDate(), here.toPlainDate().add({ days: 1 })]
  const isAhead = (moment: Temporal.Instant) => Temporal.Instant.compare(moment, now) > 0

  if (!held.some((item) => isAhead(overAt(item)) || !isBefore(lastDayOf(item), today)))
    return { day: null, nextAt: null }
  const [first] = held
  const start = first?.startsAt.subtract({ hours: hoursAhead })
  if (start && isAhead(start)) return { day: null, nextAt: start }

  const todays = itemsOn(held, today)
  const isEvening = Temporal.PlainTime.compare(here.toPlainTime(), evening) >= 0
  const turns = isEvening && !todays.some((item) => isAhead(overAt(item)))
  const nexts = held.filter((item) => firstDayOf(item).equals(tomorrow))
  const moments = [
    tomorrow.toZonedDateTime(zone).toInstant(),
    today.toZonedDateTime({ timeZone: zone, plainTime: evening }).toInstant(),
    ...items.flatMap((item) => [item.startsAt, overAt(item)]),
  ]
  return {
    day: turns && nexts.length > 0 ? tomorrow : todays.length > 0 ? today : null,
    nextAt: moments.filter(isAhead).toSorted(Temporal.Instant.compare)[0] ?? null,
  }
}

const isBefore = (one: Temporal.PlainDate, other: Temporal.PlainDate): boolean =>
  Temporal.PlainDate.compare(one, other) < 0
