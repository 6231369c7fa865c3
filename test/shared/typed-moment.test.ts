import { expect, test } from 'vitest'
import type { Language } from '../../src/shared/localized-text.ts'
import { readMoment } from '../../src/shared/typed-moment.ts'

const read = (language: Language, text: string) =>
  readMoment(text, {
    language,
    now: Temporal.PlainDateTime.from('2026-11-02T09:00'),
    usualTime: Temporal.PlainTime.from('18:00'),
  }).map((moment) => moment.toString({ smallestUnit: 'minute' }))

test.each<[Language, string, string]>([
  ['tr', '10.12.2026 17:30', '2026-12-10T17:30'],
  ['tr', '10 Aralık 2026 Perşembe saat 17.30', '2026-12-10T17:30'],
  ['tr', 'yarın 17.30', '2026-11-03T17:30'],
  ['tr', '10 Aralık 18 00', '2026-12-10T18:00'],
  ['en', 'December 10, 5:30 pm', '2026-12-10T17:30'],
  ['en', '6 pm tomorrow', '2026-11-03T18:00'],
  ['en', '18:00 on 9 December', '2026-12-09T18:00'],
  ['es', '10 de diciembre a las 17:30', '2026-12-10T17:30'],
  ['es', 'mañana a las 6 de la tarde', '2026-11-03T18:00'],
  ['fr', 'le 10 décembre à 17 h 30', '2026-12-10T17:30'],
  ['fr', '9 décembre midi', '2026-12-09T12:00'],
])('%s: “%s”', (language, text, moment) => {
  expect(read(language, text)).toEqual([moment])
})

test('a day alone is meant at the usual hour', () => {
  expect(read('tr', '10 Aralık')).toEqual(['2026-12-10T18:00'])
})

test('what can mean two moments is both, soonest first', () => {
  expect(read('en', 'tomorrow at 6')).toEqual(['2026-11-03T06:00', '2026-11-03T18:00'])
})

test('what has passed is a reading only when there is no other', () => {
  expect(read('tr', '1 Kasım 2026 10:00')).toEqual(['2026-11-01T10:00'])
})

test('an hour without a day is no moment', () => {
  for (const text of ['18:00', 'abc', '', '   ']) expect(read('tr', text)).toEqual([])
})
