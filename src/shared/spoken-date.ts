import { fillers, months, spans, weekdayHints, weekdays } from './date-words.ts'
import { editDistance } from './edit-distance.ts'
import { datesNear } from './year-of-date.ts'

type Day = Temporal.PlainDate

/** The days that a folded text with words in it can mean: none, one, or two to be asked about. */
export function readSpokenDate(folded: string, today: Day): readonly Day[] {
  return readSpan(folded, today) ?? readWeekday(folded, today) ?? readNamedMonth(folded, today)
}

/** "in 3 days", "2 hafta sonra" */
function readSpan(folded: string, today: Day): readonly Day[] | undefined {
  const span =
    /^(?:in |en |dentro de |dans |d ici )?(\d{1,3}) (\p{L}+)( sonra| later| después| plus tard)?$/u.exec(
      folded,
    )
  const days = spans.get(span?.[2] ?? '')
  return days === undefined ? undefined : [today.add({ days: Number(span?.[1]) * days })]
}

/** "Thursday" is the coming one; today's own name and "next" may mean two days. */
function readWeekday(folded: string, today: Day): readonly Day[] | undefined {
  const words = folded.split(' ').filter((word) => !fillers.has(word) || word === 'en')
  const weekday = words.map((word) => weekdays.get(word)).find((found) => found !== undefined)
  const others = words.filter((word) => !weekdays.has(word)).join(' ')
  if (weekday === undefined || (others && !weekdayHints.has(others))) return undefined
  const daysAhead = (weekday - today.dayOfWeek + 7) % 7
  const coming = today.add({ days: daysAhead })
  const inNextWeek = today.add({ days: weekday - today.dayOfWeek + 7 })
  switch (weekdayHints.get(others)) {
    case 'next week':
      return [inNextWeek]
    case 'next':
      return daysAhead === 0 ? [inNextWeek] : [coming, inNextWeek]
    case 'coming':
      return [coming]
    case undefined:
      return daysAhead === 0 ? [coming, inNextWeek] : [coming]
  }
}

/** "13 aralik 2026", "december 13th", "mar 13 dic 26"; a weekday that does not fit is asked about. */
function readNamedMonth(folded: string, today: Day): readonly Day[] {
  const words = folded.split(' ').map(withoutOrdinal)
  const monthAt = findMonth(words)
  const rest = words.filter((word, at) => at !== monthAt && !fillers.has(word))
  const areUnderstood = rest.every((word) => isNumber(word) || weekdays.has(word))
  const dayAndYear = readDayAndYear(
    words.slice(0, monthAt).filter(isNumber),
    words.slice(monthAt).filter(isNumber),
  )
  const month = monthNamed(words[monthAt] ?? '')
  if (!areUnderstood || !dayAndYear || month === undefined) return []
  const weekday = rest.map((word) => weekdays.get(word)).find((found) => found !== undefined)
  const dates = datesNear(today, { ...dayAndYear, month })
  return weekday === undefined ? dates : fitting(dates, weekday)
}

const isNumber = (word: string): boolean => /^(\d{1,2}|\d{4})$/.test(word)

/** Where the month stands; a word that is also a weekday ("mar") is the month only if nothing else is. */
function findMonth(words: readonly string[]): number {
  const isMonth = (word: string) => monthNamed(word) !== undefined
  const sure = words.findLastIndex((word) => isMonth(word) && !weekdays.has(word))
  return sure >= 0 ? sure : words.findLastIndex(isMonth)
}

/** A year of two digits is one only behind the month: "10-13 Aralık" are two days, and that is no date. */
function readDayAndYear(before: readonly string[], behind: readonly string[]) {
  const numbers = [...before, ...behind]
  const [day = '', year] = numbers[0]?.length === 4 ? numbers.toReversed() : numbers
  if (numbers.length < 1 || numbers.length > 2 || day.length > 2) return undefined
  if (year?.length !== 4 && before.length === 2) return undefined
  return { day: Number(day), year: year === undefined ? undefined : Number(year) }
}

function fitting(dates: readonly Day[], weekday: number): readonly Day[] {
  const fits = dates.filter((date) => date.dayOfWeek === weekday)
  const [first] = dates
  if (fits.length > 0 || !first) return fits
  const days = ((weekday - first.dayOfWeek + 10) % 7) - 3
  return [first, first.add({ days })]
}

const withoutOrdinal = (word: string): string => word.replace(/^(\d{1,2})(st|nd|rd|th|er|ere|o|a)$/, '$1')

/** A month by its name, its short name, or its name with one slip of the finger. */
export function monthNamed(word: string): number | undefined {
  const exact = months.get(word)
  if (exact !== undefined || word.length < 5) return exact
  const near = [...months].filter(([name]) => name.length >= 5 && editDistance(word, name, 1) <= 1)
  const found = new Set(near.map(([, month]) => month))
  return found.size === 1 ? near[0]?.[1] : undefined
}
