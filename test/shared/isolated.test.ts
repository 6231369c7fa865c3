import { expect, test } from 'vitest'
import { isolated } from '../../src/shared/isolated.ts'

test.each([
  ['Ayşe Yılmaz', 'Ayşe Yılmaz'],
  ['\u202eremO', 'remO'],
  ['علي', '\u2068علي\u2069'],
  ['\u2068علي\u2069, Çelik A.Ş.', '\u2068علي\u2069, Çelik A.Ş.'],
  ['علي, Çelik A.Ş.', '\u2068علي, Çelik A.Ş.\u2069'],
  ['\u2067Ömer', 'Ömer'],
  ['\u2069\u202bعلي\u2066', '\u2068علي\u2069'],
  ['👨‍👩‍👧', '👨‍👩‍👧'],
])('%j stands as %j in a sentence', (text, isolatedText) => {
  expect(isolated(text)).toBe(isolatedText)
})
