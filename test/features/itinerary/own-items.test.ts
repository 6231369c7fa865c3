import { expect, test } from 'vitest'
import { itemsFor, leftOut, leftOutAllAlong } from '../../../src/features/itinerary/domain/own-items.ts'
import type { ProgrammeItem } from '../../../src/features/itinerary/domain/item.ts'
import { whereaboutsAt } from '../../../src/features/itinerary/domain/whereabouts.ts'
import { barcelonaItems } from '../../support/barcelona-items.ts'

const traveller = {
  ...{ applicationId: 1, activityId: 1, personId: 1, number: 7, groups: ['A'], bus: '1' },
  ...{ flightOut: null, flightBack: null, homeZone: 'Europe/Istanbul' },
}
const programme = barcelonaItems('2026-12-10')
const own = (changes: object, items = programme) => itemsFor(items, { ...traveller, ...changes })
const keys = (changes: object, items = programme) =>
  [...leftOut(items, { ...traveller, ...changes })]
    .map((id) => items.find((item) => item.id === id)?.key)
    .sort()
const flightOf = (items: readonly ProgrammeItem[], key: string) => items.find((item) => item.key === key)
const local = (at: Temporal.Instant | null | undefined, zone: string) =>
  at?.toZonedDateTimeISO(zone).toPlainDateTime().toString()

test('whoever takes the group’s flights has the group’s programme', () => {
  expect(own({})).toEqual(itemsFor(programme, traveller))
  expect(keys({ flightOut: 'TK1853', flightBack: 'tk 1854 14:40' })).toEqual([])
})

test('from door to door on their own: the flight is theirs, the coaches on the way are not', () => {
  const out = { flightOut: 'IB 1234 07:15-10:40' }
  expect(keys(out)).toEqual(['check-in-ist', 'coach-hotel', 'coach-ist', 'flight-out', 'meeting-point'])
  expect(keys({ flightBack: 'VY 7842' })).toEqual(['coach-bcn', 'coach-home', 'flight-back'])
  const flight = flightOf(own(out), 'flight-out')
  expect(flight?.ownFlight).toEqual({ name: 'IB 1234', isTimed: true })
  expect(local(flight?.startsAt, 'Europe/Istanbul')).toBe('2026-12-10T07:15:00')
  expect(local(flight?.endsAt, 'Europe/Madrid')).toBe('2026-12-10T10:40:00')
})

test('day and hours as people write them; without both hours there are none', () => {
  const read = (flightOut: string) => {
    const flight = flightOf(own({ flightOut }), 'flight-out')
    const start = local(flight?.startsAt, 'Europe/Istanbul')?.slice(5, 16)
    const end = local(flight?.endsAt, 'Europe/Madrid')?.slice(5, 16)
    return [flight?.ownFlight?.name, ...(flight?.ownFlight?.isTimed ? [start, end] : [])]
  }
  expect(read('IB 1234, 9.12. 22:50 → 01:15')).toEqual(['IB 1234', '12-09T22:50', '12-10T01:15'])
  expect(read('2026-12-09 IB1234 19:00/21:30')).toEqual(['IB1234', '12-09T19:00', '12-09T21:30'])
  expect(read('IB 1234')).toEqual(['IB 1234'])
  expect(read('IB 1234 10:40')).toEqual(['IB 1234 10:40'])
  expect(read('IB 1234 9 Dec 19:00-21:30')[1]).toBeUndefined()
  expect(read('31.2. IB 1234 19:00-21:30')).toEqual(['31.2. IB 1234 19:00-21:30'])
  expect(read('by car')).toEqual(['by car'])
})

test('place and clock follow the flight of their own, where its hours are known', () => {
  const zone = (changes: object, at: string) =>
    whereaboutsAt(own(changes), traveller.homeZone, Temporal.Instant.from(at)).zone
  const timed = { flightOut: 'IB 1234 9.12. 19:00-21:30', flightBack: 'IB 1235 13.12. 20:00-01:20' }
  expect(zone(timed, '2026-12-09T21:00+01:00')).toBe('Europe/Istanbul')
  expect(zone(timed, '2026-12-09T21:31+01:00')).toBe('Europe/Madrid')
  expect(zone({}, '2026-12-09T21:31+01:00')).toBe('Europe/Istanbul')
  expect(zone(timed, '2026-12-13T23:00+01:00')).toBe('Europe/Madrid')
  // Nobody knows when: there from the first thing they take part in.
  expect(zone({ flightOut: 'IB 1234' }, '2026-12-10T11:30+01:00')).toBe('Europe/Istanbul')
  expect(zone({ flightOut: 'IB 1234' }, '2026-12-10T12:00+01:00')).toBe('Europe/Madrid')
})

test('an item that names them is theirs all the same; the group’s flight is cancelled without theirs', () => {
  const out = { flightOut: 'IB 1234 07:15-10:40' }
  const named = barcelonaItems('2026-12-10', {
    'coach-hotel': { audience: { kind: 'some', groups: ['bus 1'], applications: ['7'] } },
  })
  expect(keys(out, named)).not.toContain('coach-hotel')
  const cancelled = barcelonaItems('2026-12-10', { 'flight-out': { status: 'cancelled' } })
  expect(flightOf(own(out, cancelled), 'flight-out')).toMatchObject({
    status: 'planned',
    transport: out.flightOut,
  })
})

test('what begins before they land, or after they have left, is not theirs; nor is it where nothing was before', () => {
  // The group lands on Thursday morning; they do in the afternoon, and fly back a day early.
  const late = { flightOut: 'PC 1201 10.12. 12:30-15:40', flightBack: 'VY 7842 12.12. 17:10-22:30' }
  expect(keys(late)).toEqual(
    expect.arrayContaining([
      'luggage',
      'lunch-1',
      'consulate',
      'coach-back',
      'railgrup-evening',
      'check-out',
    ]),
  )
  const theirs = own(late).map(({ key }) => key)
  expect(theirs).toEqual(
    expect.arrayContaining(['briefing-eso', 'b2b-briefing', 'cambra', 'depot', 'survey']),
  )
  // Whoever says no hours may be anywhere.
  expect(keys({ flightOut: 'PC 1201' })).not.toContain('consulate')
  // By name they are expected all the same, and from afar they take part.
  const others = barcelonaItems('2026-12-10', {
    consulate: { audience: { kind: 'some', groups: [], applications: ['7'] } },
    'lunch-1': { onlineUrl: 'https://meet.example/lunch' },
  })
  expect(keys(late, others)).not.toContain('consulate')
  expect(keys(late, others)).not.toContain('lunch-1')
})

test('what has moved to before they land was theirs: they have to hear of it', () => {
  const lateOne = { ...traveller, flightOut: 'PC 1201 10.12. 12:30-15:40' }
  const former = new Map([
    ...programme.filter(({ key }) => key === 'cambra').map((item) => [item.id, item] as const),
  ])
  const moved = barcelonaItems('2026-12-10', {
    cambra: {
      startsAt: Temporal.Instant.from('2026-12-10T13:00Z'),
      endsAt: Temporal.Instant.from('2026-12-10T14:00Z'),
    },
  })
  const [cambra] = [...former.keys()]
  expect(leftOut(moved, lateOne).has(cambra ?? 0)).toBe(true)
  expect(leftOutAllAlong(moved, former, lateOne).has(cambra ?? 0)).toBe(false)
})
