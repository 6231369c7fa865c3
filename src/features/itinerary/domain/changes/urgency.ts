import { isQuiet } from '../../../../shared/quiet-hours.ts'
import { beginningOf, type News } from './news.ts'

/** How loudly somebody is told. */
export interface Urgency {
  isUrgent: boolean
  isSilent: boolean
  needsSeen: boolean
  /** When it rings once more unless it has been seen. */
  ringsAgainAt: Temporal.Instant | null
}

/** What begins within these hours is told at once and rings. */
const hoursUrgent = 2
/** Changes that follow within these minutes are told together. */
const minutesGathered = 3
/** So long before it begins, what came in the night rings again. */
const minutesBeforeAgain = 90

const isSoon = (beginning: Temporal.Instant, now: Temporal.Instant) =>
  Temporal.Instant.compare(beginning, now.add({ hours: hoursUrgent })) < 0

/** When it is told: at once what begins soon, the rest when changes that follow have been gathered. */
export function toldAt(news: News, now: Temporal.Instant): Temporal.Instant {
  const beginning = beginningOf(news, now)
  return beginning && isSoon(beginning, now) ? now : now.add({ minutes: minutesGathered })
}

/**
 * What begins soon rings, wherever it is night. Everything else is silent in the quiet hours of where they are, and what
 * concerns the morning rings again in time.
 */
export function urgencyOf(
  news: readonly News[],
  { now, zone }: { now: Temporal.Instant; zone: string },
): Urgency {
  const [first] = news
    .flatMap((one) => beginningOf(one, now) ?? [])
    .sort((one, other) => Temporal.Instant.compare(one, other))
  if (first && isSoon(first, now))
    return { isUrgent: true, isSilent: false, needsSeen: true, ringsAgainAt: null }
  if (!isQuiet(now, zone)) return { isUrgent: false, isSilent: false, needsSeen: false, ringsAgainAt: null }
  const again = first && Temporal.Instant.compare(first, noonAfter(now, zone)) < 0
  return {
    ...{ isUrgent: false, isSilent: true, needsSeen: again === true },
    ringsAgainAt: again ? first.subtract({ minutes: minutesBeforeAgain }) : null,
  }
}

/** The noon that follows a night. */
function noonAfter(now: Temporal.Instant, zone: string): Temporal.Instant {
  const local = now.toZonedDateTimeISO(zone)
  const day = local.hour >= 12 ? local.toPlainDate().add({ days: 1 }) : local.toPlainDate()
  return day.toZonedDateTime({ timeZone: zone, plainTime: '12:00' }).toInstant()
}
