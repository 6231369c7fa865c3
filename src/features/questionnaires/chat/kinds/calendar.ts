import { inRows } from '../../../../bot/drafts/question-view.ts'
import { localeOf } from '../../../../platform/texts/numbers.ts'
import type { Language } from '../../../../shared/localized-text.ts'
import { valueKey, type Key } from './kind.ts'

type Month = Temporal.PlainYearMonth

const earliest = Temporal.PlainYearMonth.from('1900-01')
const latest = Temporal.PlainYearMonth.from('2100-12')

/** A month as rows of weeks, with the ways to the one before and the one after. */
export function monthKeys(month: Month, language: Language, chosen: string): Key[][] {
  const first = month.toPlainDate({ day: 1 })
  const blanks = Array.from({ length: first.dayOfWeek - 1 }, (): Key => noDay('·'))
  const days = Array.from({ length: month.daysInMonth }, (_, at) => {
    const day = first.add({ days: at }).toString()
    return valueKey(day === chosen ? `[${at + 1}]` : String(at + 1), day)
  })
  const cells = [...blanks, ...days]
  const filled = Array.from({ length: (7 - (cells.length % 7)) % 7 }, (): Key => noDay('·'))
  return [
    pager(to(month.subtract({ months: 1 })), noDay(nameOf(month, language)), to(month.add({ months: 1 }))),
    weekdays(language).map(noDay),
    ...inRows([...cells, ...filled], 7),
  ]
}

/** What stands in a calendar besides what can be chosen; a tap on it says so. */
export const nothingToChoose = 'nothing'
const noDay = (label: string): Key => ({ label, value: nothingToChoose })

/** "septiembre de 2026" or "November 2026" would not stand between its neighbours on a small phone. */
const nameOf = (month: Month, language: Language): string =>
  month.toPlainDate({ day: 1 }).toLocaleString(localeOf[language], {
    month: language === 'tr' ? 'long' : 'short',
    year: 'numeric',
  })

/** The months of a year. */
export function monthsOfYear(year: number, language: Language): Key[][] {
  const months = Array.from({ length: 12 }, (_, at) => {
    const day = Temporal.PlainDate.from({ year, month: at + 1, day: 1 })
    return valueKey(day.toLocaleString(localeOf[language], { month: 'short' }), day.toString())
  })
  return [pager(toYear(year - 1), noDay(String(year)), toYear(year + 1)), ...inRows(months, 3)]
}

/** Twelve years around one. */
export function yearKeys(year: number): Key[][] {
  const first = year - (year % 12)
  const years = Array.from({ length: 12 }, (_, at) => valueKey(String(first + at), `${first + at}-01-01`))
  return [
    ...inRows(years, 4),
    [
      { label: '‹', value: toYear(first - 12) },
      { label: '›', value: toYear(first + 12) },
    ],
  ]
}

const pager = (before: string, here: Key, after: string): Key[] => [
  { label: '‹', value: before },
  here,
  { label: '›', value: after },
]

const to = (month: Month): string => {
  const kept = Temporal.PlainYearMonth.compare(month, earliest) < 0 ? earliest : month
  return `m${(Temporal.PlainYearMonth.compare(kept, latest) > 0 ? latest : kept).toString()}`
}

const toYear = (year: number): string => `m${Math.min(Math.max(year, 1900), 2100)}-01`

const monday = Temporal.PlainDate.from('2026-11-02')

const weekdays = (language: Language): string[] =>
  Array.from({ length: 7 }, (_, at) =>
    monday.add({ days: at }).toLocaleString(localeOf[language], { weekday: 'short' }).slice(0, 3),
  )

/** The month a button leads to. */
export const tappedMonth = (value: string): string | undefined => /^m(\d{4}-\d{2})$/.exec(value)?.[1]
