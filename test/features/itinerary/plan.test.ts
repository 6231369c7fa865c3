import { expect, test } from 'vitest'
import { noWishes, type Wishes } from '../../../src/features/itinerary/domain/fire.ts'
import type { ProgrammeItem } from '../../../src/features/itinerary/domain/item.ts'
import { planReminders, type PlanBasis } from '../../../src/features/itinerary/domain/plan.ts'
import { standardRules } from '../../../src/features/itinerary/domain/rules/plan-rules.ts'
import { barcelonaItems } from '../../support/barcelona-items.ts'

const never = Temporal.Instant.from('2000-01-01T00:00Z')

function planOf(
  firstDay: string,
  items: readonly ProgrammeItem[] = barcelonaItems(firstDay),
  more: Partial<PlanBasis> = {},
  now = never,
) {
  const basis: PlanBasis = {
    items,
    homeZone: 'Europe/Istanbul',
    isTravelling: true,
    activity: { startsOn: Temporal.PlainDate.from(firstDay), timeZone: 'Europe/Madrid' },
    rules: standardRules,
    wishes: noWishes,
    ...more,
  }
  return planReminders(basis, now).sort((one, other) => Temporal.Instant.compare(one.dueAt, other.dueAt))
}

/** "10 00:45 departure meeting-point", by Istanbul's clock. */
function written(plan: ReturnType<typeof planOf>, items: readonly ProgrammeItem[], zone: string): string[] {
  const key = (id: number | null) => items.find((item) => item.id === id)?.key ?? ''
  return plan.map(({ dueAt, kind, itemId }) => {
    const local = dueAt.toZonedDateTimeISO(zone)
    return `${local.toPlainDate().toString().slice(5)} ${local.toPlainTime().toString().slice(0, 5)} ${kind} ${key(itemId)}`.trim()
  })
}

/** The plan of a trip that begins on this day, day by day as it begins. */
function lines(firstDay: string, zone = 'Europe/Istanbul', more: Partial<PlanBasis> = {}): string[] {
  const items = more.items ? [...more.items] : barcelonaItems(firstDay)
  return written(planOf(firstDay, items, more), items, zone)
}

test('the four days in Barcelona, by the clock of Istanbul', () => {
  expect(lines('2026-12-10')).toEqual([
    '12-03 10:00 programme',
    '12-08 19:00 overview',
    '12-09 15:30 item briefing-eso',
    '12-09 18:00 eve meeting-point',
    '12-09 19:00 overview',
    '12-10 00:45 departure meeting-point',
    '12-10 07:30 departure flight-out',
    '12-10 12:45 departure coach-hotel',
    '12-10 14:45 item lunch-1',
    '12-10 17:00 item consulate',
    '12-10 18:30 item b2b-briefing',
    '12-10 21:00 overview',
    '12-10 21:30 item welcome-dinner',
    '12-11 10:15 departure walk-cambra',
    '12-11 13:00 item b2b-1',
    '12-11 17:00 item b2b-2',
    '12-11 21:00 overview',
    '12-12 10:00 departure coach-railgrup',
    '12-12 13:15 departure coach-plant',
    '12-12 18:00 item depot',
    '12-12 19:45 departure coach-back',
    '12-12 21:00 overview',
    '12-12 22:00 item railgrup-evening',
    '12-13 09:00 departure check-out',
    '12-13 12:00 item wrap-up',
    '12-13 13:00 departure coach-bcn',
    '12-13 15:40 departure flight-back',
    '12-13 21:00 departure coach-home',
  ])
})

test.each([
  // Madrid goes back in the night to Sunday, the last day: until then it is one hour behind Istanbul, then two.
  [
    '2026-10-22',
    ['10-24 20:00 overview', '10-25 09:00 departure check-out', '10-25 15:40 departure flight-back'],
  ],
  // Madrid goes forward in the night to Sunday: two hours behind, then one.
  [
    '2027-03-25',
    ['03-27 21:00 overview', '03-28 08:00 departure check-out', '03-28 14:40 departure flight-back'],
  ],
])('over a change of Barcelona’s clocks, which Istanbul does not have: %s', (firstDay, expected) => {
  expect(lines(firstDay)).toEqual(expect.arrayContaining(expected))
  const inBarcelona = ['check-out', 'flight-back', 'overview']
  const local = lines(firstDay, 'Europe/Madrid').filter((line) =>
    inBarcelona.some((word) => line.endsWith(word)),
  )
  expect(local.slice(-3).map((line) => line.slice(6))).toEqual([
    '19:00 overview',
    '07:00 departure check-out',
    '13:40 departure flight-back',
  ])
})

test('what is reminded stands still by its own clock, whatever the clocks of the others do', () => {
  const days = (firstDay: string) => lines(firstDay, 'Europe/Istanbul').slice(0, 7)
  const hours = (firstDay: string) => days(firstDay).map((line) => line.slice(6))
  expect(hours('2026-10-22')).toEqual(hours('2026-12-10'))
  expect(hours('2027-03-25')).toEqual(hours('2026-12-10'))
})

const item = (changes: Partial<ProgrammeItem>): ProgrammeItem => ({
  ...(barcelonaItems('2026-12-10').find(({ key }) => key === 'consulate') as ProgrammeItem),
  ...changes,
})
const at = (time: string) => Temporal.ZonedDateTime.from(`2026-12-11T${time}[Europe/Madrid]`).toInstant()
const reminders = (items: readonly ProgrammeItem[], wishes: Wishes = noWishes) =>
  lines('2026-12-10', 'Europe/Madrid', { items, wishes, isTravelling: false }).filter(
    (line) => !line.endsWith('overview'),
  )

test('an item says itself how long before, several times or not at all', () => {
  const morning = { startsAt: at('10:00'), endsAt: at('11:00'), key: 'a' }
  expect(reminders([item({ ...morning, remindMinutesBefore: [120, 15] })])).toEqual([
    '12-11 08:00 item a',
    '12-11 09:45 item a',
  ])
  expect(reminders([item({ ...morning, remindMinutesBefore: [] })])).toEqual([])
  expect(reminders([item({ ...morning, remindMinutesBefore: [0] })])).toEqual(['12-11 10:00 item a'])
})

test('only what one might miss: another place, a gap, another city', () => {
  const first = item({ id: 1, key: 'a', startsAt: at('10:00'), endsAt: at('11:00') })
  const next = (changes: Partial<ProgrammeItem>) =>
    reminders([
      first,
      item({ id: 2, key: 'b', startsAt: at('11:15'), endsAt: at('12:00'), ...changes }),
    ]).slice(1)
  expect(next({})).toEqual([])
  expect(next({ startsAt: at('11:45') })).toEqual(['12-11 11:15 item b'])
  expect(next({ place: { en: 'Somewhere else' } })).toEqual(['12-11 10:45 item b'])
  expect(
    reminders([{ ...first, place: {} }, item({ id: 2, startsAt: at('11:15'), endsAt: at('12:00') })]),
  ).toHaveLength(2)
  expect(next({ place: {} })).toEqual([])
  expect(next({ startCity: { en: 'Girona' } })).toEqual(['12-11 10:15 item b'])
  expect(next({ kind: 'b2b' })).toEqual(['12-11 11:00 item b'])
  expect(next({ kind: 'free', isMandatory: false, startsAt: at('11:50') })).toEqual([])
})

test('free time is no place to be: what follows it is reminded', () => {
  expect(
    reminders([
      item({ id: 1, key: 'a', startsAt: at('10:00'), endsAt: at('11:00') }),
      item({ id: 2, key: 'b', kind: 'free', isMandatory: false, startsAt: at('11:00'), endsAt: at('12:00') }),
      item({ id: 3, key: 'c', startsAt: at('12:00'), endsAt: at('13:00') }),
    ]),
  ).toEqual(['12-11 09:30 item a', '12-11 11:30 item c'])
})

test('a lead time of one’s own, but never less before what leaves', () => {
  const visit = item({ id: 1, key: 'a', startsAt: at('10:00'), endsAt: at('11:00') })
  const coach = item({ id: 2, key: 'b', kind: 'travel', startsAt: at('11:30'), endsAt: at('12:00') })
  const wishing = (minutes: number) => reminders([visit, coach], { ...noWishes, minutesBefore: minutes })
  expect(wishing(10)).toEqual(['12-11 09:50 item a', '12-11 11:00 departure b'])
  expect(wishing(60)).toEqual(['12-11 09:00 item a', '12-11 10:30 departure b'])
})

test('nothing of what is cancelled, taken out or over; and no overview for whoever wants none', () => {
  const cancelled = { 'walk-cambra': { status: 'cancelled' as const } }
  const removed = { 'walk-cambra': { removedAt: at('08:00') } }
  for (const changes of [cancelled, removed])
    expect(lines('2026-12-10', 'Europe/Madrid', { items: barcelonaItems('2026-12-10', changes) })).toContain(
      '12-11 09:00 item cambra',
    )
  expect(
    lines('2026-12-10', undefined, { wishes: { ...noWishes, wantsOverview: false } }).join(),
  ).not.toContain('overview')
  const late = planOf('2026-12-10', undefined, {}, at('20:00'))
  expect(late.map(({ kind }) => kind)).not.toContain('eve')
  // The overview of tomorrow that was due an hour ago is of use until midnight.
  expect(late[0]?.kind).toBe('overview')
})

test('whoever does not leave home gets neither packing list nor the evening before', () => {
  expect(lines('2026-12-10', undefined, { isTravelling: false }).join()).not.toMatch(/eve |programme/)
})
