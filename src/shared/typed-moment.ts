import { cleanLine } from './clean-text.ts'
import type { Language } from './localized-text.ts'
import { readDate } from './typed-date.ts'
import { readTime } from './typed-time.ts'

type Moment = Temporal.PlainDateTime

/** How a typed moment is read. */
export interface MomentContext {
  language: Language
  /** The wall clock of whoever writes. */
  now: Moment
  /** The hour that is meant when only a day is typed. */
  usualTime: Temporal.PlainTime
}

/**
 * Reads a day with an hour, in any order and any of the four languages: "10.12.2026 18:00", "10 Aralık saat 18.00",
 * "6 pm tomorrow", "le 10 décembre à 18 h". All that it can mean, soonest first; none when it is no moment. What has
 * passed is left out while there is a reading that has not.
 */
export function readMoment(text: string, context: MomentContext): Moment[] {
  const words = cleanLine(text)
    .split(' ')
    .map((word) => word.replace(/[,;]+$/, ''))
    .filter(Boolean)
  const readings = uniqueSorted([...aloneAsDay(words, context), ...splitReadings(words, context)])
  const coming = readings.filter((moment) => Temporal.PlainDateTime.compare(moment, context.now) > 0)
  return coming.length > 0 ? coming : readings
}

const aloneAsDay = (words: readonly string[], context: MomentContext): Moment[] =>
  daysIn(words, context).map((day) => day.toPlainDateTime(context.usualTime))

/** Every place where the day can end and the hour begin, and the other way round. */
const splitReadings = (words: readonly string[], context: MomentContext): Moment[] =>
  words.flatMap((_, at) => {
    const [before, behind] = [words.slice(0, at), words.slice(at)]
    return [...combine(before, behind, context), ...combine(behind, before, context)]
  })

function combine(day: readonly string[], hour: readonly string[], context: MomentContext): Moment[] {
  if (day.length === 0 || hour.length === 0) return []
  const days = daysIn(day, context)
  return days.length === 0
    ? []
    : timesIn(hour).flatMap((time) => days.map((each) => each.toPlainDateTime(time)))
}

function daysIn(words: readonly string[], { language, now }: MomentContext): readonly Temporal.PlainDate[] {
  const reading = readDate(words.join(' '), language, now.toPlainDate())
  if (reading.kind === 'unreadable') return []
  return reading.kind === 'date' ? [reading.date] : reading.readings
}

function timesIn(words: readonly string[]): readonly Temporal.PlainTime[] {
  const reading = readTime(words.join(' '))
  if (reading.kind === 'unreadable') return []
  return reading.kind === 'time' ? [reading.time] : reading.readings
}

function uniqueSorted(moments: readonly Moment[]): Moment[] {
  const byText = new Map(moments.map((moment) => [moment.toString(), moment]))
  return [...byText.values()].sort((one, other) => Temporal.PlainDateTime.compare(one, other))
}
