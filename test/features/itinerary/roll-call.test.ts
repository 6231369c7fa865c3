import { expect, test } from 'vitest'
import { isOpenForCode, nextStep } from '../../../src/features/itinerary/domain/roll-call.ts'
import { travelsWith } from '../../../src/features/itinerary/domain/travels-with.ts'
import { barcelonaItems } from '../../support/barcelona-items.ts'

const [flight] = barcelonaItems('2026-12-10').filter(({ key }) => key === 'flight-out')
if (!flight) throw new Error('the example has no flight')
const at = (time: string) => Temporal.Instant.from(`2026-12-10T${time}+03:00`)
const nothing = { askedFor: null, urgedFor: null, closedFor: null, showAt: null }

test('both ends of the hours of a code count', () => {
  const open = ['07:29:59', '07:30:00', '09:00:00', '09:00:01'].map((time) => isOpenForCode(flight, at(time)))
  expect(open).toEqual([false, true, true, false])
})

test('asked, urged, closed; a moved departure begins anew', () => {
  const step = (marks: object, now: string, item = flight) =>
    nextStep(item, { ...nothing, ...marks }, { now: at(now), rules: { rollCall: [15] } })
  const done = { askedFor: flight.startsAt, urgedFor: flight.startsAt }
  expect(step({}, '08:00:00')).toEqual({ step: 'ask', at: at('08:15:00') })
  expect(step({ askedFor: flight.startsAt }, '08:16:00')).toEqual({ step: 'urge', at: at('08:25:00') })
  expect(step(done, '08:26:00')).toEqual({ step: 'close', at: at('09:00:00') })
  expect(step({ ...done, closedFor: flight.startsAt }, '09:01:00')).toBeUndefined()
  // After a stop nobody is asked about what has left.
  expect(step({}, '08:31:00')).toBeUndefined()
  const late = { ...flight, startsAt: at('09:30:00') }
  expect(step(done, '08:26:00', late)).toEqual({ step: 'ask', at: at('09:15:00') })
  expect(step(done, '08:26:00', { ...flight, status: 'cancelled' })?.step).toBe('close')
  expect(step({ ...done, showAt: at('08:26:01') }, '08:26:00')?.step).toBe('show')
})

test('a flight of one’s own', () => {
  const flyer = { flightOut: null, flightBack: null, homeZone: 'Europe/Istanbul' }
  const takes = (flights: object) => travelsWith(flight, { ...flyer, ...flights })
  expect(takes({})).toBe(true)
  expect(takes({ flightOut: 'VY 7842' })).toBe(false)
  expect(takes({ flightOut: 'tk1853, arriving 10:25' })).toBe(true)
  expect(takes({ flightBack: 'VY 7843' })).toBe(true)
  expect(travelsWith({ ...flight, transport: null }, { ...flyer, flightOut: 'VY 7842' })).toBe(true)
})
