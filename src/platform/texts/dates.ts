import type { Language } from '../../shared/localized-text.ts'
import { localeOf } from './numbers.ts'

type Day = Temporal.PlainDate

/** "10 Aralık 2026 Perşembe", "Thursday 10 December 2026", "jueves, 10 de diciembre de 2026", "jeudi 10 décembre 2026". */
export const formatDay = (day: Day, language: Language): string =>
  written(day, language, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })

/** "10 Aralık 2026", "10 December 2026", "10 de diciembre de 2026", "10 décembre 2026"; for lists and tables. */
export const formatDate = (day: Day, language: Language): string =>
  written(day, language, { day: 'numeric', month: 'long', year: 'numeric' })

/** "10 Ara Per", "Thu 10 Dec", "jue, 10 dic", "jeu. 10 déc."; for buttons and cards near the day itself. */
export const formatShortDay = (day: Day, language: Language): string =>
  written(day, language, { weekday: 'short', day: 'numeric', month: 'short' })

/** 16:00 in all four languages. */
export const formatClock = (
  time: Temporal.PlainTime | Temporal.PlainDateTime | Temporal.ZonedDateTime,
): string => `${twoDigits(time.hour)}:${twoDigits(time.minute)}`

/**
 * "10-13 Aralık 2026", "10–13 December 2026", "del 10 al 13 de diciembre de 2026", "du 10 au 13 décembre 2026"; what
 * both days share is said once. One day is written as `formatDate` does.
 */
export function formatDayRange(first: Day, last: Day, language: Language): string {
  if (first.equals(last)) return formatDate(first, language)
  const shared = sharedParts(first, last)
  const from = shared === 'nothing' ? formatDate(first, language) : withoutYear(first, language, shared)
  return ranges[language](from, formatDate(last, language), shared === 'month')
}

type Shared = 'month' | 'year' | 'nothing'

function sharedParts(first: Day, last: Day): Shared {
  if (first.year !== last.year) return 'nothing'
  return first.month === last.month ? 'month' : 'year'
}

const withoutYear = (day: Day, language: Language, shared: Shared): string =>
  written(day, language, shared === 'month' ? { day: 'numeric' } : { day: 'numeric', month: 'long' })

const ranges: Record<Language, (from: string, to: string, isOneMonth: boolean) => string> = {
  tr: (from, to, isOneMonth) => (isOneMonth ? `${from}-${to}` : `${from} - ${to}`),
  en: (from, to, isOneMonth) => (isOneMonth ? `${from}–${to}` : `${from} – ${to}`),
  es: (from, to) => `del ${from} al ${to}`,
  fr: (from, to) => `du ${from} au ${to}`,
}

function written(day: Day, language: Language, parts: Intl.DateTimeFormatOptions): string {
  const text = day.toLocaleString(localeOf[language], parts)
  if (language === 'en') return text.replace(',', '')
  // French counts the first of a month, and only the first: "1er décembre".
  return language === 'fr' && day.day === 1 ? text.replace(/(?<!\d)1(?!\d)/, '1er') : text
}

const twoDigits = (value: number) => String(value).padStart(2, '0')
