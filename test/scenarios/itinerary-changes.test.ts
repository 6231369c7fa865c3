import { afterEach, beforeEach, expect, test } from 'vitest'
import { delegation } from '../support/delegation.ts'
import type { Person } from '../support/person.ts'
import { changeItem, publishBarcelona, traveller } from '../support/programme.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
let barcelona: number
beforeEach(async () => {
  world = await openWorld({ now: '2026-12-09T12:00:00+03:00[Europe/Istanbul]' })
  barcelona = (await delegation(world)).id
})
afterEach(() => world.close())

const madrid = (moment: string) => world.clockShows(`2026-12-${moment}[Europe/Madrid]`)
const instant = (moment: string) =>
  Temporal.ZonedDateTime.from(`2026-12-${moment}[Europe/Madrid]`).toInstant()

/** Whether the newest message came with a sound. */
const rang = ({ id }: Person) =>
  world.calls.findLast(({ payload, method }) => method === 'sendMessage' && Number(payload['chat_id']) === id)
    ?.payload['disable_notification'] === undefined

/** What somebody has been told of changes, each message without its last paragraph. */
const changesTo = ({ texts }: Person) =>
  texts
    .filter((text) => /Changed in the|programında değişiklik|Cambio en el|Modification du/.test(text))
    .map((text) => text.split('\n\n')[0])

test('a first programme is no change: everybody is told that it is there, with what is next', async () => {
  const marta = await traveller(world, barcelona, 'Marta Puig')
  await publishBarcelona(world, barcelona)
  expect(marta.shown('is ready').text).toContain('📋 16:00 · Eskişehir · ESO meeting hall')
  marta.sees('Your programme for “Barcelona rail delegation” is ready')
  // The card of today is another story.
  const told = () => marta.texts.filter((text) => !text.startsWith('🗓')).length
  const before = told()
  await world.clockShows('2026-12-09T12:20:00+03:00[Europe/Istanbul]')
  expect(told()).toBe(before)
})

test('a moved visit is told as a difference, once, in four languages, only to those whom it concerns', async () => {
  const people = {
    tr: await traveller(world, barcelona, 'Ayşe Yılmaz', { language: 'tr', groups: ['A'] }),
    en: await traveller(world, barcelona, 'Marta Puig', { language: 'en', groups: ['A'] }),
    es: await traveller(world, barcelona, 'Jordi Vila', { language: 'es', groups: ['A'] }),
    fr: await traveller(world, barcelona, 'Anne Roux', { language: 'fr', groups: ['A'] }),
  }
  const other = await traveller(world, barcelona, 'Can Demir', { language: 'en', groups: ['B'] })
  await publishBarcelona(world, barcelona)
  await madrid('10T12:00')
  await changeItem(world, barcelona, 'component-firm-a', { startsAt: instant('13T09:15') })
  expect(changesTo(people.en)).toEqual([])
  await madrid('10T12:04')
  expect(changesTo(people.en)).toEqual([
    '🔄 Sun 13 Dec · 08:45 → 09:15 · Barcelona · 🏛 Visit to a…\nVisit to a component maker (group A)',
  ])
  expect(changesTo(people.tr)[0]).toContain('🔄 13 Ara Paz · 08:45 → 09:15 · Barselona · 🏛 ')
  expect(changesTo(people.es)[0]).toContain('🔄 dom, 13 dic · 08:45 → 09:15 · Barcelona · 🏛 Visita a un')
  expect(changesTo(people.fr)[0]).toContain('🔄 dim. 13 déc. · 08:45 → 09:15 · Barcelone · 🏛 Visite')
  expect(changesTo(other)).toEqual([])
  await madrid('10T13:00')
  for (const one of Object.values(people)) expect(changesTo(one)).toHaveLength(1)
})

test('what is changed and changed back within three minutes is not told; several changes are one message', async () => {
  const marta = await traveller(world, barcelona, 'Marta Puig')
  await publishBarcelona(world, barcelona)
  await changeItem(world, barcelona, 'cambra', { startsAt: instant('11T09:45') })
  await changeItem(world, barcelona, 'cambra', {})
  await world.clockShows('2026-12-09T12:10:00+03:00[Europe/Istanbul]')
  expect(changesTo(marta)).toEqual([])
  await changeItem(world, barcelona, 'cambra', { startsAt: instant('11T09:45') })
  await changeItem(world, barcelona, 'plant', { status: 'cancelled' })
  await changeItem(world, barcelona, 'cambra', { startsAt: instant('11T10:00') })
  // The host is nobody's business but of whoever runs it.
  await changeItem(world, barcelona, 'b2b-1', { host: 'Somebody else' })
  await world.clockShows('2026-12-09T12:20:00+03:00[Europe/Istanbul]')
  expect(changesTo(marta)).toHaveLength(1)
  expect(marta.last.split('\n')).toEqual([
    '🔄 Fri 11 Dec · 09:30 → 10:00 · Barcelona · 🏛 Barcelona Chamber…',
    'Barcelona Chamber: welcome and the Catalan economy',
    '📍 Same place: Barcelona Chamber of Commerce',
    '',
    '❌ Sat 12 Dec · 12:30–14:30 · Barcelona · 🏛 Rolling-stock plant',
    'Cancelled.',
    '',
    'Changed in the programme “Barcelona rail delegation”.',
  ])
})

test('less than two hours ahead it is told at once, rings, and asks for “seen”; the coordinator sees who has not', async () => {
  const selin = await world.coordinator('Selin Kaya', 'en')
  const marta = await traveller(world, barcelona, 'Marta Puig')
  const jordi = await traveller(world, barcelona, 'Jordi Vila', { language: 'es' })
  await world.house.database.query("update persons set phone = '+905320000777' where surname = 'Vila'", [])
  await publishBarcelona(world, barcelona)
  await madrid('10T14:50')
  await changeItem(world, barcelona, 'consulate', { startsAt: instant('10T15:50') })
  expect(changesTo(marta)).toEqual([
    [
      '⏱ 15:30 → 15:50 · Barcelona · 🏛 Market briefing by the…',
      'Market briefing by the commercial attaché',
      'It begins 20 minutes late.',
      '📍 Same place: Consulate General of Türkiye',
    ].join('\n'),
  ])
  expect(rang(marta)).toBe(true)
  expect(selin.last).toContain('2 people were told.\n👁 Seen: 0 of 2')
  const cards = selin.texts.length
  const open = () => marta.buttons.filter((label) => label === '👁 Seen').length
  const asked = open()
  await marta.taps('Seen')
  expect(open()).toBe(asked - 1)
  await madrid('10T14:51')
  expect(selin.texts.length).toBe(cards)
  expect(selin.last).toContain('👁 Seen: 1 of 2')
  expect(selin.last).toContain('⏳ Not seen yet:\n• Jordi Vila · +90 532 000 07 77')
  expect(selin.last).not.toContain('Marta')

  expect(await selin.taps('Ask 1 person again')).toContain('last five minutes')
  await madrid('10T14:58')
  const held = selin.holds('Ask 1 person again')
  expect(await selin.taps('Ask 1 person again')).toBe('1 person has been asked again.')
  expect(await marta.presses(held)).not.toContain('asked again')
  expect(jordi.last).toContain('🔔 15:50–16:45 · Barcelona · 🏛 ')
  await jordi.taps('Visto')
  await madrid('10T14:59')
  expect(selin.last).toContain('👁 Seen: 2 of 2')
  expect(selin.last).not.toContain('Vila')

  // Of a flight whose hours nobody could read it is said that it is today.
  await world.house.database.query(
    `insert into participant_details (application_id, flight_out, flight_back, updated_at) values ($1, 'IB 1234', 'IB 4321', now())
     on conflict (application_id) do update set flight_out = excluded.flight_out, flight_back = excluded.flight_back`,
    [jordi.applicationId],
  )
  await jordi.writes('/itinerary')
  expect(jordi.last).toContain('IB 1234\n\n⏭')
})

test('a change in the night for the morning is silent, and rings ninety minutes before unless seen', async () => {
  const marta = await traveller(world, barcelona, 'Marta Puig')
  const jordi = await traveller(world, barcelona, 'Jordi Vila')
  await publishBarcelona(world, barcelona)
  await madrid('10T23:00')
  await changeItem(world, barcelona, 'cambra', { startsAt: instant('11T10:00') })
  await madrid('10T23:04')
  expect(changesTo(marta)).toHaveLength(1)
  expect(rang(marta)).toBe(false)
  await jordi.taps('Seen')
  await madrid('11T07:59')
  const again = ({ texts }: Person) => texts.filter((text) => text.startsWith('🔔'))
  expect(again(marta)).toEqual([])
  await madrid('11T08:00')
  expect(again(marta)).toHaveLength(1)
  expect(again(marta)[0]).toContain('🔔 10:00–11:00 · Barcelona · 🏛 Barcelona Chamber')
  expect(rang(marta)).toBe(true)
  await madrid('11T09:00')
  expect(again(marta)).toHaveLength(1)
  expect(again(jordi)).toEqual([])
})

test('whoever comes late gets the current programme, whoever leaves nothing, and other groups are a difference', async () => {
  const jordi = await traveller(world, barcelona, 'Jordi Vila', { groups: ['A'] })
  await publishBarcelona(world, barcelona)
  await madrid('10T12:00')
  await changeItem(world, barcelona, 'cambra', { startsAt: instant('11T09:45') })
  const marta = await traveller(world, barcelona, 'Marta Puig', { groups: ['A'] })
  expect(marta.last).toContain('Your programme for “Barcelona rail delegation” is ready')
  const { applications } = world.house.rooms.activities
  await world.house.database.transaction(() =>
    applications.update(jordi.applicationId, { state: 'withdrawn' }),
  )
  await world.house.database.query(
    "update participant_details set groups = '{B}' where application_id = $1",
    [marta.applicationId],
  )
  await world.house.database.transaction(() =>
    world.house.rooms.itinerary.participantsChanged(barcelona, [marta.applicationId]),
  )
  await madrid('10T12:10')
  expect(changesTo(jordi)).toEqual([])
  const [told] = marta.texts.filter((text) => text.includes('Changed in the programme'))
  expect(told).toContain(
    '🆕 Sun 13 Dec · 08:45–10:15 · Barcelona · 🏛 Visit to a second…\nVisit to a second firm (group B)\nNew in your programme.',
  )
  expect(told).toContain('Visit to a component maker (group A)\nNo longer in your programme.')
  expect(told).not.toContain('Chamber')
})

test('after a stop of hours only what still matters is told, once', async () => {
  const marta = await traveller(world, barcelona, 'Marta Puig')
  await publishBarcelona(world, barcelona)
  await madrid('10T10:00')
  await changeItem(world, barcelona, 'lunch-1', { startsAt: instant('10T13:30') })
  await changeItem(world, barcelona, 'cambra', { startsAt: instant('11T09:45') })
  await world.stops()
  world.clock.moveTo(instant('10T16:30'))
  await world.starts()
  await world.settle()
  const told = marta.texts.filter((text) => text.includes('Changed in the programme'))
  expect(told).toHaveLength(1)
  expect(told[0]).toContain('Barcelona Chamber')
  expect(told[0]).not.toContain('lunch')
  await madrid('10T16:40')
  expect(marta.texts.filter((text) => text.includes('Changed in the programme'))).toHaveLength(1)
})
