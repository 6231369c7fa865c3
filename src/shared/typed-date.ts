import { asciiDigits } from './ascii-digits.ts'
import { cleanLine } from './clean-text.ts'
import { relativeDays } from './date-words.ts'
import type { Language } from './localized-text.ts'
import { foldForSearch } from './search-folding.ts'
import { readSpokenDate } from './spoken-date.ts'
import { datesNear } from './year-of-date.ts'

type Day = Temporal.PlainDate

/** What a typed date can mean. Two readings are asked about with two buttons; none is asked for again. */
export type DateReading =
  { kind: 'date'; date: Day } | { kind: 'ambiguous'; readings: readonly [Day, Day] } | { kind: 'unreadable' }

/**
 * Reads "13 Aralık 2026", "13/12/2026", "13.12", "2026-12-13", "le 13 décembre", "December 13", "mañana", "next
 * Thursday", in any of the four languages. `language` only decides which of day and month comes first; a date without
 * a year is the next one, and one that has just passed is asked about.
 */
export function readDate(text: string, language: Language, today: Day): DateReading {
  const written = asciiDigits(cleanLine(text))
  const folded = foldForSearch(written)
  const days = relativeDays.get(folded)
  if (days !== undefined) return { kind: 'date', date: today.add({ days }) }
  return toReading(readNumericDate(written, language, today) ?? readSpokenDate(folded, today))
}

function toReading(dates: readonly Day[]): DateReading {
  const [first, second] = dates
  if (!first) return { kind: 'unreadable' }
  return second && !second.equals(first)
    ? { kind: 'ambiguous', readings: [first, second] }
    : { kind: 'date', date: first }
}

/** `undefined` when it is not numbers alone; an empty list when they are no date. */
function readNumericDate(written: string, language: Language, today: Day): readonly Day[] | undefined {
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(written)
  if (iso) return datesNear(today, { year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) })
  const parts = /^(\d{1,2}) ?([-/. ]) ?(\d{1,2})(?: ?[-/. ] ?(\d{4}|\d{2}))?\.?$/.exec(written)
  if (!parts) return undefined
  const [, first, separator, second, year] = parts
  const numbers = {
    first: Number(first),
    second: Number(second),
    year: year === undefined ? undefined : Number(year),
  }
  const dayFirst = datesNear(today, { day: numbers.first, month: numbers.second, year: numbers.year })
  const monthFirst = datesNear(today, { day: numbers.second, month: numbers.first, year: numbers.year })
  if (dayFirst.length === 0) return monthFirst
  // Only English readers may mean the American order, which is never written with dots.
  return language === 'en' && separator !== '.'
    ? [...dayFirst.slice(0, 1), ...monthFirst.slice(0, 1)]
    : dayFirst
}
