import { readDate } from '../../../../shared/typed-date.ts'
import type { Language } from '../../../../shared/localized-text.ts'
import { readMoment } from '../../../../shared/typed-moment.ts'
import { readTime } from '../../../../shared/typed-time.ts'

/** How a typed moment is read: by the clock of a place, in the language of whoever writes. */
export interface MomentReading {
  language: Language
  now: Temporal.Instant
  timeZone: string
}

/**
 * All coming moments that "20:30", "yarın 8.30" or "le 12 décembre à 14 h 30" can mean, soonest first; an hour alone is the
 * next one of it. None when it is no moment, or only one that has passed.
 */
export function comingMoments(text: string, { language, now, timeZone }: MomentReading): Temporal.Instant[] {
  const local = now.toZonedDateTimeISO(timeZone).toPlainDateTime()
  const usualTime = Temporal.PlainTime.from('09:00')
  const dated = readMoment(text, { language, now: local, usualTime })
  const locals = [
    ...timesIn(text).map((time) => nextOf(time, local)),
    // A day without an hour is no moment: nobody knows when it is meant.
    ...(isDayAlone(text, language, local) ? [] : dated),
  ]
  const moments = locals
    .map((each) => each.toZonedDateTime(timeZone).toInstant())
    .filter((moment) => Temporal.Instant.compare(moment, now) > 0)
    .toSorted((one, other) => Temporal.Instant.compare(one, other))
  return [...new Map(moments.map((moment) => [moment.toString(), moment])).values()]
}

function timesIn(text: string): readonly Temporal.PlainTime[] {
  const reading = readTime(text)
  if (reading.kind === 'unreadable') return []
  return reading.kind === 'time' ? [reading.time] : reading.readings
}

function nextOf(time: Temporal.PlainTime, local: Temporal.PlainDateTime): Temporal.PlainDateTime {
  const today = local.toPlainDate().toPlainDateTime(time)
  return Temporal.PlainDateTime.compare(today, local) > 0 ? today : today.add({ days: 1 })
}

const isDayAlone = (text: string, language: Language, local: Temporal.PlainDateTime): boolean =>
  readDate(text, language, local.toPlainDate()).kind !== 'unreadable'

/** The end of the day by the clock of a place. */
export const endOfDay = ({ now, timeZone }: Omit<MomentReading, 'language'>): Temporal.Instant =>
  now.toZonedDateTimeISO(timeZone).startOfDay().add({ days: 1 }).toInstant()
