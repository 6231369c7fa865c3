import type { Language } from '../../../../shared/localized-text.ts'
import { readDate } from '../../../../shared/typed-date.ts'
import { readMoment } from '../../../../shared/typed-moment.ts'
import { readTime } from '../../../../shared/typed-time.ts'
import { programmeErrors } from '../../domain/programme-errors.ts'

/** How a typed day and hour are read. */
export interface WhenContext {
  language: Language
  now: Temporal.Instant
  /** By whose clock. */
  zone: string
  /** The day that is meant when only an hour is typed, and the hour when only a day is. */
  day: Temporal.PlainDate | null
  time: Temporal.PlainTime | null
  /** How it can be written, to be shown with a refusal. */
  example: string
}

/**
 * All moments that "14:30", "12 Aralık" or "le 12 décembre à 14 h 30" can mean, in any of the four languages, by the clock
 * of a place. An hour that comes twice because clocks change is two of them; one that is skipped is refused.
 */
export function readWhen(text: string, context: WhenContext): Temporal.Instant[] {
  const { zone } = context
  const locals = localsIn(text, context)
  const moments = locals.flatMap((local) => momentsAt(local, zone))
  const [skipped] = locals
  if (moments.length === 0 && skipped) throw hourSkipped(skipped, zone)
  return [...new Map(moments.map((moment) => [moment.toString(), moment])).values()]
}

function localsIn(text: string, context: WhenContext): Temporal.PlainDateTime[] {
  const { language, now, zone, day, time, example } = context
  const local = now.toZonedDateTimeISO(zone).toPlainDateTime()
  const times = timesIn(text)
  const onDay = day ? times.map((each) => day.toPlainDateTime(each)) : []
  // Without an hour of its own a day is read with noon, only to know that it is one.
  const usualTime = time ?? Temporal.PlainTime.from('12:00')
  const moments = readMoment(text, { language, now: local, usualTime })
  if (moments.length > 0 && !time && isDayAlone(text, language, local))
    throw programmeErrors.hourMissing(example)
  // "10.12" is a day as well as an hour; where both can be meant, she is asked.
  const found = [...onDay, ...moments]
  if (found.length > 0) return found
  if (times.length > 0) throw programmeErrors.dayMissing(example)
  throw programmeErrors.whenUnreadable(example)
}

const isDayAlone = (text: string, language: Language, local: Temporal.PlainDateTime): boolean =>
  readDate(text, language, local.toPlainDate()).kind !== 'unreadable'

function timesIn(text: string): readonly Temporal.PlainTime[] {
  const reading = readTime(text)
  if (reading.kind === 'unreadable') return []
  return reading.kind === 'time' ? [reading.time] : reading.readings
}

/** None when the clock skips it, two when it comes twice. */
function momentsAt(local: Temporal.PlainDateTime, zone: string): Temporal.Instant[] {
  const earlier = local.toZonedDateTime(zone, { disambiguation: 'earlier' })
  const later = local.toZonedDateTime(zone, { disambiguation: 'later' })
  if (earlier.equals(later)) return [earlier.toInstant()]
  return earlier.toPlainDateTime().equals(local) ? [earlier.toInstant(), later.toInstant()] : []
}

function hourSkipped(local: Temporal.PlainDateTime, zone: string): Error {
  const clock = (disambiguation: 'earlier' | 'later') =>
    local.toZonedDateTime(zone, { disambiguation }).toPlainTime().toString({ smallestUnit: 'minute' })
  const time = local.toPlainTime().toString({ smallestUnit: 'minute' })
  return programmeErrors.hourSkipped({ time, before: clock('earlier'), after: clock('later') })
}
