import { fold } from './fold.ts'
import type { Reading } from './columns.ts'

/** First letters of the months in the four languages, folded; enough to tell them apart. */
const monthBeginnings: readonly (readonly string[])[] = [
  ['oca', 'jan', 'ene'],
  ['sub', 'feb', 'fev'],
  ['mar'],
  ['nis', 'apr', 'abr', 'avr'],
  ['may', 'mai'],
  ['haz', 'jun', 'juin'],
  ['tem', 'jul', 'juil'],
  ['agu', 'aug', 'ago', 'aou'],
  ['eyl', 'sep', 'set'],
  ['eki', 'oct'],
  ['kas', 'nov'],
  ['ara', 'dec', 'dic'],
]

/** Reads a day somebody typed, as `2026-12-10`. What could be two days is refused with both. */
export function readDateText(text: string): Reading<string> {
  const words = fold(text).replace(/^[a-z]+,? (?=\d{1,2}(?: .*[a-z]|[./]))/, '')
  const [, year, month, day] = /^(\d{4})[ ./](\d{1,2})[ ./](\d{1,2})\.?$/.exec(words) ?? []
  if (year && month && day) return dayOf(year, month, day)
  const [, first, sign, second, end] = /^(\d{1,2})([ ./])(\d{1,2})[ ./](\d{2}|\d{4})\.?$/.exec(words) ?? []
  if (first && sign && second && end) return readShort(first, second, end, sign)
  return readWithMonthName(words)
}

/** `10.12.2026` is the tenth of December wherever dots are used; with slashes it depends on the reader. */
function readShort(first: string, second: string, year: string, sign: string): Reading<string> {
  if (year.length === 2) return { code: 'E_DATE_YEAR' }
  const dayFirst = dayOf(year, second, first)
  const monthFirst = dayOf(year, first, second)
  if (sign === '.' || first === second || 'code' in monthFirst) return dayFirst
  if ('code' in dayFirst) return monthFirst
  return { code: 'E_DATE_TWO_WAYS', details: { first: dayFirst.value, second: monthFirst.value } }
}

/** `10 Aralık 2026`, `10 de diciembre de 2026`, `1er décembre 2026`, `December 10, 2026`. */
function readWithMonthName(words: string): Reading<string> {
  const [, dayFirst, monthAfter, yearAfter] =
    /^(\d{1,2})(?:er|st|nd|rd|th|\.)? (?:de )?([a-z]{3,})\.? (?:de )?(\d{4})$/.exec(words) ?? []
  const [, monthBefore, dayAfter, yearLast] =
    /^([a-z]{3,})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/.exec(words) ?? []
  const month = monthNumber(monthAfter ?? monthBefore ?? '')
  const [day, year] = [dayFirst ?? dayAfter, yearAfter ?? yearLast]
  return month && day && year ? dayOf(year, String(month), day) : { code: 'E_DATE' }
}

const monthNumber = (word: string): number =>
  monthBeginnings.findIndex((beginnings) => beginnings.some((beginning) => word.startsWith(beginning))) + 1

function dayOf(year: string, month: string, day: string): Reading<string> {
  try {
    const parts = { year: Number(year), month: Number(month), day: Number(day) }
    return { value: Temporal.PlainDate.from(parts, { overflow: 'reject' }).toString() }
  } catch {
    return { code: 'E_DATE_NOT_IN_CALENDAR' }
  }
}
