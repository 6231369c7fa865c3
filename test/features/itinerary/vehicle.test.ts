import { expect, test } from 'vitest'
import { isOnFoot, vehicleOf } from '../../../src/features/itinerary/domain/vehicle.ts'
import { barcelonaItems } from '../../support/barcelona-items.ts'

const flight = barcelonaItems('2026-12-10').find(({ key }) => key === 'flight-out')
if (!flight) throw new Error('there is no flight')
const leg = (title: string, transport: string | null) =>
  vehicleOf({ ...flight, title: { en: title }, transport })

test('what changes the clock is a flight, unless it is called a coach or a train', () => {
  expect(leg('Istanbul – Barcelona', null)).toBe('flight')
  expect(leg('Night coach to Lisbon', 'ALSA 4711')).toBe('bus')
  expect(leg('Gece otobüsüyle Lizbon’a', null)).toBe('bus')
  expect(leg('Night train to Sofia', null)).toBe('train')
  expect(leg('To Lisbon', 'Autocar 2')).toBe('bus')
  expect(leg('Flight and coach to Lisbon', null)).toBe('flight')
  expect(leg('Coach to the plane', 'TK 1853')).toBe('flight')
})

test('a walk and the counters of an airport are no ride', () => {
  const walks = barcelonaItems('2026-12-10').filter((item) => isOnFoot(item))
  expect(walks.map(({ key }) => key)).toEqual(['check-in-ist', 'walk-cambra'])
})
