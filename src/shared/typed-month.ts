import { asciiDigits } from './ascii-digits.ts'
import { cleanLine } from './clean-text.ts'
import { fillers } from './date-words.ts'
import { foldForSearch } from './search-folding.ts'
import { monthNamed } from './spoken-date.ts'
import { fullYear } from './year-of-date.ts'

/** Reads "03/2031", "2031-03", "Mart 2031", "marzo de 2031": a month with its year, in any of the four languages. */
export function readMonth(text: string): Temporal.PlainYearMonth | undefined {
  const written = asciiDigits(cleanLine(text))
  const [, month, year] = /^(\d{1,2}) ?[./ -] ?(\d{4})$/.exec(written) ?? []
  const [, yearFirst, monthBehind] = /^(\d{4}) ?[./ -] ?(\d{1,2})$/.exec(written) ?? []
  if (month ?? monthBehind) return monthOf(Number(year ?? yearFirst), Number(month ?? monthBehind))
  return named(foldForSearch(written))
}

/** Reads "03/31" as well: only where nothing but a month is asked, since it may be a day. */
export function readShortMonth(text: string): Temporal.PlainYearMonth | undefined {
  const [, month, year] = /^(\d{1,2}) ?[./ -] ?(\d{2})$/.exec(asciiDigits(cleanLine(text))) ?? []
  return month === undefined ? undefined : monthOf(fullYear(Number(year)), Number(month))
}

function named(folded: string): Temporal.PlainYearMonth | undefined {
  const words = folded.split(' ').filter((word) => word !== 'en' && !fillers.has(word))
  const [first = '', second = '', ...others] = words
  const [name, year] = /^\d{4}$/.test(first) ? [second, first] : [first, second]
  const month = monthNamed(name)
  if (month === undefined || others.length > 0 || !/^\d{4}$/.test(year)) return undefined
  return monthOf(Number(year), month)
}

const monthOf = (year: number, month: number): Temporal.PlainYearMonth | undefined =>
  year < 1900 || year > 2100 || month < 1 || month > 12
    ? undefined
    : Temporal.PlainYearMonth.from({ year, month })
