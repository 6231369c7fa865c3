import { expect, test } from 'vitest'
import { readHours } from '../../src/shared/typed-hours.ts'

const read = (text: string) =>
  readHours(text).map(({ from, to }) =>
    [from, ...(to ? [to] : [])].map((time) => time.toString({ smallestUnit: 'minute' })).join('-'),
  )

test.each([
  ['09:30-17:00', '09:30-17:00'],
  ['9.30 – 17.00', '09:30-17:00'],
  ['0930-1700', '09:30-17:00'],
  ['saat 9.30 - 17', '09:30-17:00'],
  ['9.30’dan 17.00’ye kadar', '09:30-17:00'],
  ["9'dan 17'ye kadar", '09:00-17:00'],
  ['09.30 ile 17.00 arası', '09:30-17:00'],
  ['from 9:30 am to 5 pm', '09:30-17:00'],
  ['between 9 and 5', '09:00-17:00'],
  ['9 until 12:30', '09:00-12:30'],
  ['de 9:30 a 17:00', '09:30-17:00'],
  ['de las 9 a las 5 de la tarde', '09:00-17:00'],
  ['desde las 9:30 hasta las 17 h', '09:30-17:00'],
  ['entre las 9 y las 14', '09:00-14:00'],
  ['de 9h30 à 17h', '09:30-17:00'],
  ['9 h 30 - 17 h 00', '09:30-17:00'],
  ['entre 9 h et midi', '09:00-12:00'],
  ['de 9 h jusqu’à 17 h', '09:00-17:00'],
  ['2-5', '14:00-17:00'],
  ['09:30', '09:30'],
  ['à 14h', '14:00'],
  ['2 pm', '14:00'],
])('%s', (typed, hours) => expect(read(typed)).toEqual([hours]))

test.each(['17:00-09:30', '10:00-10:00', '25:00-26:00', '10-13 Aralık', 'bütün gün', '', '-', '9-10-11'])(
  'no hours of one day: “%s”',
  (typed) => expect(read(typed)).toEqual([]),
)
