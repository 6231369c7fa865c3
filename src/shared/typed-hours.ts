import { cleanLine } from './clean-text.ts'
import { readTime } from './typed-time.ts'

type Time = Temporal.PlainTime

/** From when, and until when if that was said. */
export interface HoursOfDay {
  from: Time
  to: Time | null
}

/**
 * Reads "09:30-17:00", "9'dan 17'ye kadar", "9.30 am to 5 pm", "de 9:30 a 17:00", "entre 9 h et 17 h", or a beginning alone, in
 * any of the four languages. All that it can mean, soonest first: what lies in the night is meant only where nothing
 * else can be; none when it is no hours of one day.
 */
export function readHours(text: string): HoursOfDay[] {
  const words = wordsOf(text)
  const forwards = spansOf(words).filter(({ from, to }) => Temporal.PlainTime.compare(from, to) < 0)
  const readings = [...alone(words), ...forwards]
  const byDay = readings.filter(({ from }) => from.hour >= firstHourOfDay)
  return unique(byDay.length > 0 ? byDay : readings)
}

/** Whether two hours were said of which the second is not after the first: "17:00-09:30". */
export function endsBeforeItBegins(text: string): boolean {
  const spans = spansOf(wordsOf(text))
  return spans.length > 0 && spans.every(({ from, to }) => Temporal.PlainTime.compare(from, to) >= 0)
}

const firstHourOfDay = 7

const wordsOf = (text: string): string =>
  cleanLine(text)
    .replace(fromSuffix, '$1 – ')
    .replace(untilSuffix, '$1')
    .replace(around, ' ')
    .replace(twoInARow, '$1 – $2')
    .trim()

const alone = (words: string): HoursOfDay[] => timesIn(words).map((from) => ({ from, to: null }))

/** Everything that stands on both sides of something between two hours, whichever of them is the later one. */
const spansOf = (words: string): { from: Time; to: Time }[] =>
  [...words.matchAll(between)].flatMap(({ index, 0: { length } }) => {
    const ends = timesIn(words.slice(index + length))
    return timesIn(words.slice(0, index)).flatMap((from) => ends.map((to) => ({ from, to })))
  })

function timesIn(words: string): readonly Time[] {
  // "10-11" would be eleven minutes past ten.
  const reading = /[-–—]/.test(words) ? unreadable : readTime(words)
  if (reading.kind === 'unreadable') return []
  return reading.kind === 'time' ? [reading.time] : reading.readings
}

const unreadable = { kind: 'unreadable' } as const

function unique(readings: readonly HoursOfDay[]): HoursOfDay[] {
  const byText = new Map(readings.map((hours) => [written(hours), hours]))
  return [...byText.values()].sort((one, other) => Temporal.PlainTime.compare(one.from, other.from))
}

const written = ({ from, to }: HoursOfDay) => [from, to].map(String).join(' ')

/** Turkish hangs "from" and "until" on the number: "9.30’dan 17.00’ye". */
const fromSuffix = /(\d)['’]?(?:dan|den|tan|ten)(?=\s|$)/gi
const untilSuffix = /(\d)['’]?(?:a|e|ya|ye)(?=\s|$)/gi

/** "09:30 17:00": two whole hours with nothing between them. */
const twoInARow = /(\d{1,2}[:.h]\d{2}) (\d{1,2}[:.h]\d{2})(?!\d)/gi

/** Words that stand around two hours and say no more than that. */
const around = /(?<!\S)(?:from|between|entre|desde|du|saatleri|aras[ıi]|aras[ıi]nda|kadar)(?!\S)/gi

/** What stands between two hours; a word may be part of an hour too, so every place is tried. */
const between = / ?[-–—] ?| (?:to|until|till|and|a|à|y|hasta|et|jusqu['’]à|ile|ve|ila) /gi
