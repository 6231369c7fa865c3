import { expect, test } from 'vitest'
import { languages, type Language } from '../../../src/shared/localized-text.ts'
import {
  formatAlternatives,
  formatList,
  formatNumber,
  formatPercent,
} from '../../../src/platform/texts/numbers.ts'

const inAll = (say: (language: Language) => string) => languages.map(say)

test('numbers are grouped as each language groups them', () => {
  expect(inAll((language) => formatNumber(1_250_000, language))).toEqual([
    '1.250.000',
    '1,250,000',
    '1.250.000',
    '1\u202f250\u202f000',
  ])
  expect(inAll((language) => formatNumber(1250.5, language))).toEqual([
    '1.250,5',
    '1,250.5',
    '1250,5',
    '1\u202f250,5',
  ])
})

test('a share is a percentage', () => {
  expect(inAll((language) => formatPercent(0.125, language))).toEqual([
    '%12,5',
    '12.5%',
    '12,5\u00a0%',
    '12,5\u00a0%',
  ])
})

test('a list ends in "and", which in Spanish depends on what follows', () => {
  expect(inAll((language) => formatList(['A', 'B', 'C'], language))).toEqual([
    'A, B ve C',
    'A, B and C',
    'A, B y C',
    'A, B et C',
  ])
  expect(formatList(['Ana', 'Inés'], 'es')).toBe('Ana e Inés')
  expect(formatList(['agujas', 'hierro'], 'es')).toBe('agujas y hierro')
  expect(formatList([], 'tr')).toBe('')
})

test('alternatives end in "or"', () => {
  expect(inAll((language) => formatAlternatives(['A', 'B', 'C'], language))).toEqual([
    'A, B veya C',
    'A, B or C',
    'A, B o C',
    'A, B ou C',
  ])
})
