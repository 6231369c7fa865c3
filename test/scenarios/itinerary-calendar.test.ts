import ICAL from 'ical.js'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { delegation } from '../support/delegation.ts'
import type { Person } from '../support/person.ts'
import { changeItem, publishBarcelona, traveller } from '../support/programme.ts'
import { filesOf } from '../support/spreadsheets.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
let barcelona: number
beforeEach(async () => {
  world = await openWorld({ now: '2026-12-09T12:00:00+03:00[Europe/Istanbul]' })
  barcelona = (await delegation(world)).id
})
afterEach(() => world.close())

/** What a parser that knows nothing of us reads in a calendar: each event by its title. */
function eventsOf(text: string) {
  const component = new ICAL.Component(ICAL.parse(text) as unknown[])
  const read = (event: ICAL.Component) => {
    const value = (name: string) => String(event.getFirstPropertyValue(name) ?? '')
    return {
      uid: value('uid'),
      sequence: Number(value('sequence')),
      status: value('status'),
      title: value('summary'),
      start: value('dtstart'),
      end: value('dtend'),
      zone: String(event.getFirstProperty('dtstart')?.getParameter('tzid')),
    }
  }
  return new Map(
    component
      .getAllSubcomponents('vevent')
      .map(read)
      .map((event) => [event.title, event]),
  )
}

/** What an address answers. */
const fetched = (address: string) => {
  const { pathname } = new URL(address)
  return world.house.rooms.itinerary.routes.request(pathname)
}

const travelling = async ({ applicationId }: { applicationId: number }) =>
  (await world.house.rooms.activities.travellers.of(barcelona, [applicationId]))[0]

function never(): never {
  throw new Error('nobody travels')
}

/** Opens the card of the calendar. */
async function opensCalendar(somebody: Person, label: string): Promise<void> {
  await somebody.writes('/itinerary')
  await somebody.taps(label)
}

const addressOf = ({ last }: Person): string => /https:\S+\.ics/.exec(last)?.[0] ?? ''

/** The newest file somebody was sent, as text. */
const newestFile = (somebody: Person): string =>
  new TextDecoder().decode(world.telegram.file(filesOf(somebody).at(-1)?.fileId ?? '')?.bytes)

test('the file has one’s own items with their zones, a night coach, and what is cancelled', async () => {
  const marta = await traveller(world, barcelona, 'Marta Puig', { groups: ['B'] })
  await publishBarcelona(world, barcelona)
  await opensCalendar(marta, 'To my calendar')
  await marta.taps('Calendar file')
  const first = eventsOf(newestFile(marta))
  expect(first.get('Market briefing by the commercial attaché')).toMatchObject({
    ...{ sequence: 0, status: 'CONFIRMED', zone: 'Europe/Madrid' },
    ...{ start: '2026-12-10T15:30:00', end: '2026-12-10T16:45:00' },
  })
  const coach = [...first.values()].find(({ title }) => title.endsWith('Coach back to Eskişehir'))
  expect(coach).toMatchObject({ start: '2026-12-13T21:30:00', end: '2026-12-14T02:00:00' })
  expect([...first.keys()].filter((title) => /group [AB]/.test(title)).join()).not.toContain('group A')

  await changeItem(world, barcelona, 'consulate', { status: 'cancelled' })
  await opensCalendar(marta, 'To my calendar')
  await marta.taps('Calendar file')
  const second = eventsOf(newestFile(marta)).get('Market briefing by the commercial attaché')
  expect(second).toMatchObject({ sequence: 1, status: 'CANCELLED' })
  expect(second?.uid).toBe(first.get('Market briefing by the commercial attaché')?.uid)
})

test('a flight of one’s own that moves is taken from the file, too: its number has grown', async () => {
  const marta = await traveller(world, barcelona, 'Marta Puig')
  await world.house.database.query(`update persons set home_zone = 'Europe/Istanbul'`, [])
  await publishBarcelona(world, barcelona)
  const flight = async (said: string | null) => {
    const { flightRevision: _, ...details } = (await travelling(marta)) ?? never()
    await world.house.database.transaction(() =>
      world.house.rooms.activities.participants.save([
        { applicationId: marta.applicationId, details: { ...details, flightOut: said } },
      ]),
    )
    await opensCalendar(marta, 'To my calendar')
    await marta.taps('Calendar file')
    return [...eventsOf(newestFile(marta)).values()].find(({ title }) => /IB 1234|TK 1853/.test(title))
  }
  const group = await flight(null)
  const own = await flight('IB 1234 10.12. 07:15-10:40')
  const moved = await flight('IB 1234 10.12. 09:15-12:40')
  const again = await flight(null)
  expect([group, own, moved, again].map((event) => event?.start.slice(11, 16))).toEqual([
    ...['08:30', '07:15', '09:15', '08:30'],
  ])
  expect([group, own, moved, again].map((event) => event?.sequence)).toEqual([0, 1, 2, 3])
  expect(new Set([group, own, moved, again].map((event) => event?.uid)).size).toBe(1)
})

test('what was in the file and is theirs no more is called off; another zone at home is taken, too', async () => {
  const marta = await traveller(world, barcelona, 'Marta Puig', { groups: ['A'] })
  await world.house.database.query(`update persons set home_zone = 'Europe/Istanbul'`, [])
  await publishBarcelona(world, barcelona)
  const file = async () => {
    await opensCalendar(marta, 'To my calendar')
    await marta.taps('Calendar file')
    return [...eventsOf(newestFile(marta)).values()]
  }
  const of = (events: Awaited<ReturnType<typeof file>>, title: RegExp) =>
    events.find((event) => title.test(event.title))
  const first = await file()
  const { flightRevision: _, ...details } = (await travelling(marta)) ?? never()
  const becomes = (more: object) =>
    world.house.database.transaction(() =>
      world.house.rooms.activities.participants.save([
        { applicationId: marta.applicationId, details: { ...details, ...more } },
      ]),
    )
  await becomes({ groups: ['B'], flightOut: 'IB 1234 10.12. 07:15-10:40', flightBack: 'IB 4321' })
  const second = await file()
  expect(of(first, /group A/)).toMatchObject({ status: 'CONFIRMED', sequence: 0 })
  expect(of(second, /group A/)).toEqual({ ...of(first, /group A/), status: 'CANCELLED', sequence: 1 })
  expect(of(second, /group B/)?.status).toBe('CONFIRMED')
  const kept = await world.house.database.query('select title from calendar_entries', [])
  expect(JSON.stringify(kept)).not.toContain('IB 1234')
  // Once more it is the same file, so that nothing rings in a calendar.
  expect(await file()).toEqual(second)

  await world.house.database.query(`update persons set home_zone = 'Europe/Paris'`, [])
  const third = await file()
  expect(of(third, /IB 1234/)).toMatchObject({ zone: 'Europe/Paris', sequence: 2 })
  await becomes({ groups: ['A'] })
  expect(of(await file(), /group A/)).toEqual({ ...of(first, /group A/), sequence: 2 })
})

test('the private address follows changes, in the language of its owner, until it is renewed or removed', async () => {
  const anne = await traveller(world, barcelona, 'Anne Roux', { language: 'fr' })
  await publishBarcelona(world, barcelona)
  await opensCalendar(anne, 'Dans mon agenda')
  await anne.taps('🔗')
  const address = addressOf(anne)
  const answer = await fetched(address)
  expect(answer.headers.get('content-type')).toContain('text/calendar')
  expect([...eventsOf(await answer.text()).keys()].join()).toContain('attaché commercial')

  await changeItem(world, barcelona, 'consulate', {
    startsAt: Temporal.ZonedDateTime.from('2026-12-10T16:00[Europe/Madrid]').toInstant(),
  })
  const moved = [...eventsOf(await (await fetched(address)).text()).values()]
  expect(moved.find(({ title }) => title.includes('attaché'))).toMatchObject({
    ...{ sequence: 1, start: '2026-12-10T16:00:00' },
  })

  await opensCalendar(anne, 'Dans mon agenda')
  await anne.taps('🔗')
  const renewed = addressOf(anne)
  expect(renewed).not.toBe(address)
  expect((await fetched(address)).status).toBe(404)
  expect((await fetched(renewed)).status).toBe(200)

  await opensCalendar(anne, 'Dans mon agenda')
  await anne.taps('Supprimer l’adresse')
  expect((await fetched(renewed)).status).toBe(404)
})

test('the address of whoever has withdrawn has nothing of the trip any more', async () => {
  const marta = await traveller(world, barcelona, 'Marta Puig')
  await publishBarcelona(world, barcelona)
  await opensCalendar(marta, 'To my calendar')
  await marta.taps('private address')
  const address = addressOf(marta)
  expect(eventsOf(await (await fetched(address)).text()).size).toBeGreaterThan(20)
  await world.house.database.transaction(() =>
    world.house.rooms.activities.applications.update(marta.applicationId, { state: 'withdrawn' }),
  )
  expect(eventsOf(await (await fetched(address)).text()).size).toBe(0)
})
