import { expect, test } from 'vitest'
import { readMinutesBefore } from '../../../src/features/itinerary/domain/rules/typed-minutes.ts'

test.each([
  ['45', [45]],
  ['60 15', [60, 15]],
  ['15, 60', [60, 15]],
  ['60 ve 15', [60, 15]],
  ['1 sa 30 dk', [90]],
  ['1 saat 30 dakika önce', [90]],
  ['1h30', [90]],
  ['2 h y 30 min', [150]],
  ['1 hour and 30 minutes', [90]],
  ['1 h, 30 min', [60, 30]],
  ['1 gün', [1440]],
  ['1 día y 3 horas antes', [1440, 180]],
  ['2 jours, 3 heures avant', [2880, 180]],
  ['٣٠', [30]],
  ['30 30', [30]],
  ['0', [0]],
] as const)('%s', (typed, minutes) => {
  expect(readMinutesBefore(typed)).toEqual(minutes)
})

test.each(['soon', '', '30 parsecs', 'half an hour', '-5', '1:30', '25 %', '123456'])(
  '%s is no time before something',
  (typed) => {
    expect(readMinutesBefore(typed)).toBeUndefined()
  },
)
