import { describe, expect, test } from 'vitest'
import { languages, type Language } from '../../../src/shared/localized-text.ts'
import {
  formatClock,
  formatDate,
  formatDay,
  formatDayRange,
  formatShortDay,
} from '../../../src/platform/texts/dates.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const inAll = (say: (language: Language) => string) => languages.map(say)
const range = (first: string, last: string) =>
  inAll((language) => formatDayRange(day(first), day(last), language))

test('a day is written as each language writes it', () => {
  expect(inAll((language) => formatDay(day('2026-12-10'), language))).toEqual([
    '10 Aralık 2026 Perşembe',
    'Thursday 10 December 2026',
    'jueves, 10 de diciembre de 2026',
    'jeudi 10 décembre 2026',
  ])
  expect(inAll((language) => formatDate(day('2026-12-10'), language))).toEqual([
    '10 Aralık 2026',
    '10 December 2026',
    '10 de diciembre de 2026',
    '10 décembre 2026',
  ])
  expect(inAll((language) => formatShortDay(day('2026-12-10'), language))).toEqual([
    '10 Ara Per',
    'Thu 10 Dec',
    'jue, 10 dic',
    'jeu. 10 déc.',
  ])
})

test('the first of a month is "1er" in French, and no other day is', () => {
  expect(formatDay(day('2026-12-01'), 'fr')).toBe('mardi 1er décembre 2026')
  expect(formatDate(day('2011-11-11'), 'fr')).toBe('11 novembre 2011')
  expect(formatDayRange(day('2026-12-01'), day('2026-12-03'), 'fr')).toBe('du 1er au 3 décembre 2026')
  expect(formatDate(day('2026-12-01'), 'es')).toBe('1 de diciembre de 2026')
})

describe('a range of days says once what both days share', () => {
  test('within a month', () => {
    expect(range('2026-12-10', '2026-12-13')).toEqual([
      '10-13 Aralık 2026',
      '10–13 December 2026',
      'del 10 al 13 de diciembre de 2026',
      'du 10 au 13 décembre 2026',
    ])
  })

  test('over two months', () => {
    expect(range('2026-11-30', '2026-12-03')).toEqual([
      '30 Kasım - 3 Aralık 2026',
      '30 November – 3 December 2026',
      'del 30 de noviembre al 3 de diciembre de 2026',
      'du 30 novembre au 3 décembre 2026',
    ])
  })

  test('over two years, also in the same month of both', () => {
    expect(range('2026-12-30', '2027-01-03')).toEqual([
      '30 Aralık 2026 - 3 Ocak 2027',
      '30 December 2026 – 3 January 2027',
      'del 30 de diciembre de 2026 al 3 de enero de 2027',
      'du 30 décembre 2026 au 3 janvier 2027',
    ])
    expect(formatDayRange(day('2026-12-10'), day('2027-12-13'), 'tr')).toBe('10 Aralık 2026 - 13 Aralık 2027')
  })

  test('and a single day is a day', () => {
    expect(range('2026-12-10', '2026-12-10')).toEqual(
      inAll((language) => formatDate(day('2026-12-10'), language)),
    )
  })
})

test('the clock has 24 hours and two digits', () => {
  expect(formatClock(Temporal.PlainTime.from('16:00'))).toBe('16:00')
  expect(formatClock(Temporal.PlainTime.from('00:05'))).toBe('00:05')
  expect(formatClock(Temporal.Instant.from('2026-12-10T09:30Z').toZonedDateTimeISO('Europe/Madrid'))).toBe(
    '10:30',
  )
})
