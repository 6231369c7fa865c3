import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatNumber } from '../../src/platform/texts/numbers.ts'
import { languages, type Language } from '../../src/shared/localized-text.ts'
import { readNumber } from '../../src/shared/typed-number.ts'

function meant(text: string, language: Language): number | string {
  const read = readNumber(text, language)
  if (read.kind === 'number') return read.value
  return read.kind === 'ambiguous' ? read.readings.join(' or ') : 'nothing'
}

test.each([
  ['12,5', 12.5],
  ['12.5', 12.5],
  ['1.250.000', 1_250_000],
  ['1,250,000', 1_250_000],
  ['1 250 000', 1_250_000],
  ['1\u202f250,75', 1250.75],
  ["1'250.5", 1250.5],
  ['1,250.5', 1250.5],
  ['1.250,5', 1250.5],
  ['0,250', 0.25],
  ['.5', 0.5],
  ['1250', 1250],
  ['%40', 40],
  ['40 %', 40],
  ['€ 500', 500],
  ['-3', -3],
  ['−3,5', -3.5],
  ['١٢٥٠', 1250],
  ['۳٫۵', 3.5],
  ['１２', 12],
  ['007', 7],
])('%s is %d in every language', (typed, value) => {
  for (const language of languages) expect(meant(typed, language), language).toBe(value)
})

test('three digits after a lone sign are thousands where the language writes them so, else it is asked', () => {
  expect(meant('1.250', 'tr')).toBe(1250)
  expect(meant('1.250', 'es')).toBe(1250)
  expect(meant('1,250', 'en')).toBe(1250)
  expect(meant('1.250', 'en')).toBe('1250 or 1.25')
  expect(meant('1,250', 'tr')).toBe('1250 or 1.25')
  expect(meant('1.250', 'fr')).toBe('1250 or 1.25')
  expect(meant('1250.125', 'en')).toBe(1250.125)
  expect(meant('-1.250', 'en')).toBe('-1250 or -1.25')
})

test.each([
  '',
  'on iki',
  '1.25.0',
  '1,2,3',
  '1.250,000.5',
  '12 5',
  '1e5',
  '--3',
  '99999999999999999999',
  '3 4 5',
  'Infinity',
])('%s is no number', (typed) => {
  for (const language of languages) expect(meant(typed, language)).toBe('nothing')
})

test('is read back however we write it', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -1e9, max: 1e9 }),
      fc.integer({ min: 0, max: 99 }),
      fc.constantFrom(...languages),
      (whole, cents, language) => {
        const value = whole + cents / 100
        expect(meant(formatNumber(value, language), language)).toBeCloseTo(value, 2)
      },
    ),
  )
})
