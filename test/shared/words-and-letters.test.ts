import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { capitalise, lowerCase, upperCase } from '../../src/shared/capitals.ts'
import { cleanLine, cleanParagraphs, lengthOf } from '../../src/shared/clean-text.ts'
import { editDistance } from '../../src/shared/edit-distance.ts'

test('capitals follow the language', () => {
  expect(upperCase('izmir ışık', 'tr')).toBe('İZMİR IŞIK')
  expect(upperCase('izmir', 'en')).toBe('IZMIR')
  expect(lowerCase('IŞIK İNAN', 'tr')).toBe('ışık inan')
  expect(capitalise('ismail ipek', 'tr')).toBe('İsmail ipek')
  expect(capitalise('élodie', 'fr')).toBe('Élodie')
  expect(capitalise('', 'es')).toBe('')
})

describe('cleaning what somebody typed', () => {
  test('takes away what cannot be seen and what turns text around', () => {
    expect(cleanLine('  Ali\u202eevli\u0000\u200b  Kaya\t\n')).toBe('Alievli Kaya')
    expect(cleanLine('\u2067עברית\u2069')).toBe('עברית')
  })

  test('keeps the joiners of emoji', () => {
    expect(cleanLine('👩‍🏭 ok')).toBe('👩‍🏭 ok')
  })

  test('keeps paragraphs, but no gaps between them', () => {
    expect(cleanParagraphs('a  b \r\n\r\n\r\n\r\n c\u0007')).toBe('a b\n\nc')
  })

  test('never leaves anything a database would refuse', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const cleaned = cleanLine(text)
        expect(cleaned.isWellFormed()).toBe(true)
        expect(cleaned).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e]/)
        expect(cleanLine(cleaned)).toBe(cleaned)
      }),
    )
    expect(cleanLine('a\ud800b')).toBe('a\ufffdb')
  })

  test('counts as a person does', () => {
    expect(lengthOf('Ayşe')).toBe(4)
    expect(lengthOf('👩🏽‍🏭s\u0327')).toBe(2)
  })
})

test('slips of the finger are counted, up to where it stops mattering', () => {
  expect(editDistance('spain', 'spain')).toBe(0)
  expect(editDistance('spian', 'spain')).toBe(1)
  expect(editDistance('gmial', 'gmail')).toBe(1)
  expect(editDistance('fracia', 'francia')).toBe(1)
  expect(editDistance('fransa', 'francia')).toBe(2)
  expect(editDistance('turkiye', 'espana')).toBe(3)
  expect(editDistance('', 'ab')).toBe(2)
  fc.assert(
    fc.property(fc.string(), fc.string(), (a, b) => {
      expect(editDistance(a, b)).toBe(editDistance(b, a))
    }),
  )
})
