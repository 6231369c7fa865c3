import { expect, test } from 'vitest'
import { hasIdentityNumber, isIdentityNumber } from '../../src/shared/identity-number.ts'

test('an identity number is known by its own check digits', () => {
  expect(isIdentityNumber('10000000146')).toBe(true)
  expect(isIdentityNumber('10000000147')).toBe(false)
  expect(isIdentityNumber('02345678901')).toBe(false)
})

test.each([
  '10000000146',
  'TC 10000000146',
  'TC10000000146, müdür',
  '100 000 001 46',
  '100  000  001  46',
  '100_000_001_46',
  '100 / 000 / 001 / 46',
  '1.0.0.0.0.0.0.0.1.4.6',
  '10000\u200b000146',
  '10000\u2060000146',
  '10000\u3164000146',
  '1️⃣0️⃣0️⃣0️⃣0️⃣0️⃣0️⃣0️⃣1️⃣4️⃣6️⃣',
  '١٠٠٠٠٠٠٠١٤٦',
  '۱۰۰۰۰۰۰۰۱۴۶',
  '१००००००० १४६',
  '１００００００0１４６',
  '2026: 10000000146',
  '+90 532 111 22 33 / 10000000146',
])('%j hides one', (text) => {
  expect(hasIdentityNumber(text)).toBe(true)
})

test.each([
  '10000000147',
  '+90 532 111 22 33',
  '+1 000 000 0146',
  '110000000146',
  '10.12.2026 – 13.12.2026',
  'VKN 1234567890, 146',
  '1000 kişi, 0000146',
])('%j has none', (text) => {
  expect(hasIdentityNumber(text)).toBe(false)
})

test('a long row of digits is looked at once', () => {
  const before = performance.now()
  expect(hasIdentityNumber('1 '.repeat(20_000))).toBe(false)
  expect(performance.now() - before).toBeLessThan(1000)
})
