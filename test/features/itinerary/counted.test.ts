import { expect, test } from 'vitest'
import { isCounted } from '../../../src/features/itinerary/domain/counted.ts'
import { itemsFor } from '../../../src/features/itinerary/domain/own-items.ts'
import type { ProgrammeItem } from '../../../src/features/itinerary/domain/item.ts'
import { barcelonaItems } from '../../support/barcelona-items.ts'

const traveller = {
  ...{ applicationId: 1, activityId: 1, personId: 1, number: 7, groups: [], bus: '1' },
  ...{ flightOut: null, flightBack: null, homeZone: 'Europe/Istanbul' },
}
const counted = (items: readonly ProgrammeItem[], changes: object = {}) => {
  const theirs = itemsFor(items, { ...traveller, ...changes })
  return theirs.filter((item) => isCounted(item, theirs)).map(({ key }) => key)
}
const istanbul = (time: string) => Temporal.Instant.from(`2026-12-10T${time}+03:00`)

test('people are counted where they board, not where they gather or are still together', () => {
  expect(counted(barcelonaItems('2026-12-10'))).toEqual([
    ...['coach-ist', 'flight-out', 'coach-hotel', 'walk-cambra', 'coach-railgrup', 'coach-plant'],
    ...['coach-back', 'check-out', 'coach-bcn', 'flight-back', 'coach-home'],
  ])
})

test('whoever comes to the airport on their own is counted there', () => {
  const others = { kind: 'some', groups: ['Eskişehir'], applications: [] } as const
  const items = barcelonaItems('2026-12-10', {
    'meeting-point': { audience: others },
    'coach-ist': { audience: others },
  })
  expect(counted(items).slice(0, 2)).toEqual(['check-in-ist', 'flight-out'])
  expect(counted(items, { groups: ['Eskişehir'] }).slice(0, 2)).toEqual(['coach-ist', 'flight-out'])
})

test('a stop of half an hour is long enough to count anew; a cancelled leg counts for nothing', () => {
  const coach = { endsAt: istanbul('05:30') }
  expect(counted(barcelonaItems('2026-12-10', { 'coach-ist': coach }))).toContain('check-in-ist')
  const withoutCoach = barcelonaItems('2026-12-10', { 'coach-ist': { status: 'cancelled' } })
  expect(counted(withoutCoach).slice(0, 2)).toEqual(['meeting-point', 'check-in-ist'])
})
