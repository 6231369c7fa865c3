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

const istanbul = (moment: string) => world.clockShows(`2026-12-${moment}[Europe/Istanbul]`)
const madrid = (moment: string) => world.clockShows(`2026-12-${moment}[Europe/Madrid]`)
const instant = (moment: string) => Temporal.ZonedDateTime.from(`2026-12-${moment}`).toInstant()

/** The first line of everything somebody has been reminded of since the programme was published. */
const heads = (person: Person, from: number) =>
  reminders(person)
    .slice(from)
    .map((text) => text.split('\n')[0])

/** Roll-calls and the cards of the day are stories of their own. */
const reminders = ({ texts }: Person) => texts.filter((text) => !/^(🙋|🗓)/u.test(text))

/** The hours of the visits that somebody has been reminded of. */
const visits = ({ texts }: Person) =>
  texts.filter((text) => text.startsWith('🏛')).map((text) => text.split(' ')[1])

/** Whether the newest message came with a sound. */
const rang = ({ id }: Person) =>
  world.calls.findLast(({ payload }) => Number(payload['chat_id']) === id)?.payload[
    'disable_notification'
  ] === undefined

test('the day of travel: each reminder at its moment, with time and place in its first line', async () => {
  const ayse = await traveller(world, barcelona, 'Ayşe Yılmaz', { language: 'tr', bus: '1' })
  await publishBarcelona(world, barcelona)
  const told = reminders(ayse).length
  await istanbul('09T15:29')
  expect(heads(ayse, told)).toEqual([])
  await istanbul('10T00:44')
  expect(heads(ayse, told)).toEqual([
    '📋 16:00 · Eskişehir · ESO toplantı salonu',
    '🧳 Yarın 01:15 · Eskişehir · Eskişehir Sanayi Odası',
    '🌙 Yarın 01:15 · Eskişehir · Eskişehir Sanayi Odası',
  ])
  await istanbul('10T00:45')
  expect(ayse.last).toBe(
    [
      '🚌 01:15 · Eskişehir · Eskişehir Sanayi Odası',
      'ESO önünde buluşma ve yoklama · 30 dakika sonra',
      '🚌 Otobüsünüz: 1',
      '🎒 Yanınızda bulunsun: Pasaport, el bagajı',
      '➡️ Ardından: 01:30 Otobüsle Eskişehir – İstanbul Havalimanı',
    ].join('\n'),
  )
  // What leaves before eight rings in the night.
  expect(rang(ayse)).toBe(true)
  await istanbul('10T07:30')
  expect(ayse.last).toContain('✈️ 08:30 · İstanbul')
  expect(ayse.last).toContain('🕰 08:30 (İstanbul saati) → 10:25 (Barselona saati)')
  await madrid('10T18:59')
  expect(heads(ayse, told + 5)).toEqual([
    '🚌 11:15 · Barselona · Barselona Havalimanı T1',
    '🍽 13:15 · Barselona · Otele yakın',
    '🏛 15:30 · Barselona · Türkiye Başkonsolosluğu',
    '📋 17:00 · Barselona · Otel, Eixample',
  ])
  await madrid('10T19:00')
  expect(ayse.last).toContain(
    '🌙 Yarın 08:45 · Barselona · Otel, Eixample\n11 Aralık 2026 Cuma\n🚶 08:45-09:15',
  )
})

test('in four languages, one message each, and nothing to whoever is not on that coach', async () => {
  const people = {
    en: await traveller(world, barcelona, 'Marta Puig', { language: 'en', groups: ['A'] }),
    es: await traveller(world, barcelona, 'Jordi Vila', { language: 'es', groups: ['B'] }),
    fr: await traveller(world, barcelona, 'Anne Roux', { language: 'fr', groups: ['A'] }),
  }
  await publishBarcelona(world, barcelona)
  await madrid('11T08:15')
  expect(people.en.last).toContain('🚶 08:45 · Barcelona')
  expect(people.en.last).toContain('in 30 minutes')
  expect(people.es.last).toContain('dentro de 30 minutos')
  expect(people.fr.last).toContain('dans 30 minutes')
  await madrid('12T19:01')
  expect(people.en.last).toContain('Please bring: Minibar bill')
  expect(people.fr.last).toContain('Demain 07:30')
  expect(people.es.last).toContain('Mañana 07:30')
  // The two groups see another firm each on Friday morning.
  expect(people.en.last).not.toBe(people.es.last)
})

test('a moved item moves its reminder; what was said stays, and the new hour is said too', async () => {
  const marta = await traveller(world, barcelona, 'Marta Puig')
  await publishBarcelona(world, barcelona)
  await changeItem(world, barcelona, 'consulate', {
    startsAt: instant('10T16:00[Europe/Madrid]'),
    endsAt: instant('10T17:00[Europe/Madrid]'),
  })
  await madrid('10T15:29')
  expect(visits(marta)).toEqual([])
  await madrid('10T15:31')
  expect(visits(marta)).toEqual(['16:00'])
  await changeItem(world, barcelona, 'consulate', {
    startsAt: instant('10T18:00[Europe/Madrid]'),
    endsAt: instant('10T18:45[Europe/Madrid]'),
  })
  await madrid('10T17:31')
  expect(visits(marta)).toEqual(['16:00', '18:00'])
})

test('nothing of what is cancelled or moved into the past, and nothing to whoever has withdrawn', async () => {
  const marta = await traveller(world, barcelona, 'Marta Puig')
  const gone = await traveller(world, barcelona, 'Jordi Vila')
  await publishBarcelona(world, barcelona)
  await istanbul('10T07:00')
  await changeItem(world, barcelona, 'flight-out', { status: 'cancelled' })
  await changeItem(world, barcelona, 'consulate', { startsAt: instant('09T10:00[Europe/Madrid]') })
  const toldGone = reminders(gone).length
  await world.house.database.transaction(() =>
    world.house.rooms.activities.applications.update(gone.applicationId, { state: 'withdrawn' }),
  )
  await madrid('10T16:00')
  expect(visits(marta)).toEqual([])
  expect(marta.texts.filter((text) => text.startsWith('✈️'))).toEqual([])
  expect(reminders(gone).slice(toldGone)).toEqual([])
})

test('whoever is approved late gets what is still ahead, not what is over', async () => {
  await publishBarcelona(world, barcelona)
  await madrid('10T15:10')
  const late = await traveller(world, barcelona, 'Marta Puig')
  const told = reminders(late).length
  await madrid('10T16:31')
  expect(heads(late, told)).toEqual(['📋 17:00 · Barcelona · Hotel, Eixample'])
})

test('after a stop of six hours one message with what still matters, and nothing twice', async () => {
  const marta = await traveller(world, barcelona, 'Marta Puig')
  await publishBarcelona(world, barcelona)
  await madrid('10T13:30')
  // From here on: what is due at the start may be said before anybody looks.
  const told = reminders(marta).length
  await world.stops()
  world.clock.moveTo(instant('10T19:40[Europe/Madrid]'))
  await world.starts()
  await madrid('10T19:41')
  expect(heads(marta, told)).toHaveLength(1)
  expect(marta.last).toContain('🍽 20:00 · Barcelona')
  expect(marta.last).toContain('🌙 Tomorrow 08:45')
  expect(marta.last).toContain('I could not write to you for a while')
  expect(marta.last).not.toContain('🏛 15:30')
  await madrid('10T23:59')
  expect(heads(marta, told)).toHaveLength(1)
})

test('two that are due within minutes are one message', async () => {
  const marta = await traveller(world, barcelona, 'Marta Puig')
  await publishBarcelona(world, barcelona)
  await changeItem(world, barcelona, 'welcome-dinner', {
    startsAt: instant('10T19:33[Europe/Madrid]'),
    endsAt: instant('10T22:00[Europe/Madrid]'),
  })
  await madrid('10T18:59')
  const told = reminders(marta).length
  await madrid('10T19:10')
  expect(heads(marta, told)).toHaveLength(1)
  expect(marta.last).toContain('🍽 19:33')
  expect(marta.last).toContain('🌙 Tomorrow 08:45')
})

test('in the quiet hours of where they are only what leaves makes a sound, and muted stays silent', async () => {
  const marta = await traveller(world, barcelona, 'Marta Puig')
  const jordi = await traveller(world, barcelona, 'Jordi Vila', { language: 'es' })
  await publishBarcelona(world, barcelona)
  await istanbul('09T18:01')
  await jordi.taps('Ajustes de recordatorios')
  await jordi.taps('Silenciar')
  await istanbul('10T00:46')
  expect([rang(marta), rang(jordi)]).toEqual([true, true])
  await changeItem(world, barcelona, 'welcome-dinner', {
    startsAt: instant('10T21:45[Europe/Madrid]'),
    endsAt: instant('10T23:00[Europe/Madrid]'),
  })
  // Seven in the evening in Barcelona is nine in Istanbul: it is Barcelona that counts.
  await madrid('10T19:01')
  expect([rang(marta), rang(jordi)]).toEqual([true, false])
  await madrid('10T21:16')
  expect(marta.last).toContain('🍽 21:45')
  expect([rang(marta), rang(jordi)]).toEqual([false, false])
})

test('one’s own lead time and evening hour count at once', async () => {
  const marta = await traveller(world, barcelona, 'Marta Puig')
  await publishBarcelona(world, barcelona)
  await istanbul('09T18:01')
  await marta.taps('Reminder settings')
  await marta.taps('10 min')
  await marta.taps('No overview')
  marta.sees('Before an item: 10 minutes')
  await madrid('10T15:19')
  expect(visits(marta)).toEqual([])
  marta.doesNotSee('🌙 Tomorrow')
  await madrid('10T15:21')
  expect(visits(marta)).toEqual(['15:30'])
  await marta.taps('As suggested')
  await marta.taps('Overview as suggested')
  await madrid('10T19:01')
  expect(marta.last).toContain('🌙 Tomorrow 08:45')
})

test('the evening before is to be seen; whoever can not be reached stands as that', async () => {
  const marta = await traveller(world, barcelona, 'Marta Puig')
  const jordi = await traveller(world, barcelona, 'Jordi Vila')
  await world.house.door.accounts.setReachable(jordi.id, false)
  await publishBarcelona(world, barcelona)
  await istanbul('09T18:01')
  expect(marta.last).toContain('original of your passport')
  expect(await marta.taps('Seen')).toBe('Thank you, noted.')
  const rows = await world.house.database.query<{ state: string; seen: boolean }>(
    `select state, seen_at is not null as seen from itinerary_deliveries where needs_seen order by person_id`,
    [],
  )
  expect(rows).toEqual([
    { state: 'sent', seen: true },
    { state: 'unreachable', seen: false },
  ])
})

test('what the Ministry wants in time, to whoever runs the trip, until it is ticked', async () => {
  const zeynep = await world.coordinator('Zeynep Kaya', 'en')
  const marta = await traveller(world, barcelona, 'Marta Puig')
  const { store } = world.house.rooms.activities
  const startsOn = Temporal.PlainDate.from('2027-01-20')
  await store.update(barcelona, { startsOn, endsOn: startsOn.add({ days: 3 }) })
  await store.update(barcelona, { details: { funding: 'urge' } })
  await world.clockShows('2027-01-05T10:01[Europe/Istanbul]')
  expect(zeynep.last).toContain('15 days until it begins')
  marta.doesNotSee('15 days')
  expect(await zeynep.taps('Done')).toContain('not remind anybody')
})
