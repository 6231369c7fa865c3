import { afterEach, expect, test } from 'vitest'
import { delegation } from '../support/delegation.ts'
import { listening, type Heard } from '../support/listening.ts'
import type { Person } from '../support/person.ts'
import { addItem, changeItem, publishBarcelona, traveller } from '../support/programme.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
afterEach(() => world.close())

/** "09:45 🔔 🤝 11:15 · …": by Barcelona's clock, whether it rang, and the first line. */
const written = ({ at, rings, text }: Heard): string =>
  `${at.toZonedDateTimeISO('Europe/Madrid').toPlainTime().toString({ smallestUnit: 'minute' })} ${rings ? '🔔' : '🔕'} ${text.split('\n')[0] ?? ''}`

async function inWorld(now: string, firstDay: string) {
  world = await openWorld({ now })
  const first = Temporal.PlainDate.from(firstDay)
  const { id } = await delegation(world, { startsOn: first, endsOn: first.add({ days: 3 }) })
  return id
}

test('a session with slots moves from 11:15 to 11:45 at 10:50: only those who have slots are told, and the reminders follow', async () => {
  const id = await inWorld('2026-12-11T10:00+01:00[Europe/Madrid]', '2026-12-10')
  const ayse = await traveller(world, id, 'Ayşe Yılmaz', { language: 'tr', groups: ['Slots'] })
  const can = await traveller(world, id, 'Can Demir', { language: 'en' })
  await publishBarcelona(world, id)
  const at = (time: string) => Temporal.ZonedDateTime.from(`2026-12-11T${time}[Europe/Madrid]`).toInstant()
  const session = {
    audience: { kind: 'some' as const, groups: ['Slots'], applications: [] },
    remindMinutesBefore: [30, 10],
  }
  await changeItem(world, id, 'b2b-1', session)
  await world.clockShows('2026-12-11T10:40[Europe/Madrid]')
  const heard = listening(world)
  const told = (one: Person) => heard.by(one).map(written)
  await world.clockShows('2026-12-11T10:50[Europe/Madrid]')
  await changeItem(world, id, 'b2b-1', { ...session, startsAt: at('11:45'), endsAt: at('14:00') })
  await world.clockShows('2026-12-11T12:30[Europe/Madrid]')
  expect(told(ayse)).toEqual([
    '10:45 🔔 🤝 11:15 · Barselona · Barselona Ticaret Odası',
    // What was said a moment ago is followed by the change, at once and aloud; nothing is said at 11:05.
    '10:50 🔔 ⏱ 11:15 → 11:45 · Barselona · 🤝 İkili iş görüşmeleri I',
    '11:15 🔔 🤝 11:45 · Barselona · Barselona Ticaret Odası',
    '11:35 🔔 🤝 11:45 · Barselona · Barselona Ticaret Odası',
  ])
  expect(told(can)).toEqual([])
  await ayse.taps('Gördüm')
})

test('what moves into the past is told, and nobody is reminded of it', async () => {
  const id = await inWorld('2026-12-10T13:00+01:00[Europe/Madrid]', '2026-12-10')
  const marta = await traveller(world, id, 'Marta Puig')
  await publishBarcelona(world, id)
  const heard = listening(world)
  await changeItem(world, id, 'consulate', {
    startsAt: Temporal.Instant.from('2026-12-10T09:00Z'),
    endsAt: Temporal.Instant.from('2026-12-10T10:00Z'),
  })
  await world.clockShows('2026-12-10T16:20[Europe/Madrid]')
  expect(heard.by(marta).map(written)).toEqual([
    '13:03 🔔 🔄 15:30 → 10:00 · Barcelona · 🏛 Market briefing by the…',
  ])
  expect(heard.by(marta)[0]?.text).toContain('By its new time it is over already')
})

test('a change in the evening rings where it is evening, and is silent where it is night already', async () => {
  const id = await inWorld('2026-12-10T19:30+01:00[Europe/Madrid]', '2026-12-10')
  const there = await traveller(world, id, 'Marta Puig')
  // Flies tomorrow: it is half past ten at home.
  const atHome = await traveller(world, id, 'Can Demir', {
    flights: { out: 'PC 1201 11.12.2026 09:00-11:05' },
  })
  await publishBarcelona(world, id)
  await world.clockShows('2026-12-10T20:10[Europe/Madrid]')
  const heard = listening(world)
  await changeItem(world, id, 'railgrup', { startsAt: Temporal.Instant.from('2026-12-12T09:00Z') })
  await world.clockShows('2026-12-10T20:30[Europe/Madrid]')
  const line = '🔄 Sat 12 Dec · 09:30 → 10:00 · Barcelona · 🏛 Railway cluster…'
  expect([there, atHome].map((one) => heard.by(one).map(written))).toEqual([
    [`20:13 🔔 ${line}`],
    [`20:13 🔕 ${line}`],
  ])
})

test.each([
  {
    // 02:00 becomes 03:00: an hour before 03:30 it is 01:30.
    night: '2020-03-29',
    firstDay: '2020-03-27',
    before: '2020-03-29T00:30Z',
    ring: '01:30 🔔 🚌 03:30 · Barcelona · Night bus',
  },
  {
    // 03:00 becomes 02:00 again: an hour before 03:30 it is 02:30 for the second time.
    night: '2020-10-25',
    firstDay: '2020-10-23',
    before: '2020-10-25T01:30Z',
    ring: '02:30 🔔 🚌 03:30 · Barcelona · Night bus',
  },
])('in the night in which Spain’s clocks change ($night): an hour before is an hour', async (each) => {
  const { night, firstDay, before, ring } = each
  const id = await inWorld(`${firstDay}T12:00[Europe/Madrid]`, firstDay)
  const marta = await traveller(world, id, 'Marta Puig')
  await publishBarcelona(world, id, firstDay)
  const at = (time: string) => Temporal.ZonedDateTime.from(`${night}T${time}[Europe/Madrid]`).toInstant()
  await addItem(world, id, 'coach-back', {
    ...{ title: { en: 'Night bus' }, startsAt: at('03:30'), endsAt: at('06:00'), remindMinutesBefore: [60] },
  })
  await world.clockShows(at('00:10').toZonedDateTimeISO('Europe/Madrid').toString())
  const heard = listening(world)
  await world.clockShows(at('06:30').toZonedDateTimeISO('Europe/Madrid').toString())
  const buses = heard.by(marta).filter(({ text }) => text.startsWith('🚌'))
  expect(buses.map(written)).toEqual([ring])
  expect(buses[0]?.at.toString().slice(0, 16)).toBe(before.slice(0, 16))
  expect(buses[0]?.text).toContain('in 60')
})
