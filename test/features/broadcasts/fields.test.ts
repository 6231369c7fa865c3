import { expect, test } from 'vitest'
import { fieldsIn, fillFields, unknownFields } from '../../../src/features/broadcasts/domain/fields.ts'

test('fields may be called as the four languages call them, with capitals and accents or without', () => {
  expect(fieldsIn('{bus} {otobüs} {Autobus} {AUTOCAR} {Hitap} {compañero de habitación} {firma}')).toEqual([
    'bus',
    'salutation',
    'roommate',
    'firm',
  ])
})

test('what stands in braces and is no field is named; a lone brace is none', () => {
  expect(unknownFields('{salutaton} {bus} a {b, {} } {gate}')).toEqual(['salutaton', 'gate'])
})

test('each field gets its value, and a value is not read as a field itself', () => {
  const values: Partial<Record<string, string>> = { name: '{bus}', bus: '2' }
  expect(fillFields('<b>{ad}</b>: {bus}', (name) => values[name])).toBe('<b>{bus}</b>: 2')
})

test.each([
  ['{salutation}, bus {bus}', 'Sayın Ayşe Arslan, bus 2'],
  ['<b>{hitap}</b>: {bus}', '<b>Sayın Ayşe Arslan</b>: 2'],
  ['{salutation} bus {bus}', 'Sayın Ayşe Arslan, bus 2'],
])('a greeting brings its comma only where none is written: %s', (html, filled) => {
  const values: Partial<Record<string, string>> = { salutation: 'Sayın Ayşe Arslan,', bus: '2' }
  expect(fillFields(html, (name) => values[name])).toBe(filled)
})

test('the first field without a value is named', () => {
  expect(fillFields('{name} {oda} {bus}', (name) => (name === 'name' ? 'Ayşe' : undefined))).toEqual({
    missing: 'room',
  })
})
