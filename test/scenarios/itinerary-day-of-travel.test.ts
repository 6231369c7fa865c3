import { afterEach, beforeEach, expect, test } from 'vitest'
import { delegation } from '../support/delegation.ts'
import { listening } from '../support/listening.ts'
import type { Person } from '../support/person.ts'
import { changeItem, publishBarcelona, traveller } from '../support/programme.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
let barcelona: number
beforeEach(async () => {
  world = await openWorld({ now: '2026-12-08T12:00:00+03:00[Europe/Istanbul]' })
  barcelona = (await delegation(world)).id
})
afterEach(() => world.close())

const istanbul = (moment: string) => world.clockShows(`2026-12-${moment}[Europe/Istanbul]`)
const madrid = (moment: string) => world.clockShows(`2026-12-${moment}[Europe/Madrid]`)
const asked = ({ texts }: Person) => texts.filter((text) => /^🙋 (\S+ \d+ \S+ · )?\d/.test(text))

/** What the list of participants says of somebody's flights. */
async function flies(applicationId: number, flights: { out?: string; back?: string }): Promise<void> {
  const { database, rooms } = world.house
  await database.query(
    `insert into participant_details (application_id, flight_out, flight_back, updated_at) values ($1, $2, $3, $4)
     on conflict (application_id) do update set flight_out = $2, flight_back = $3`,
    [applicationId, flights.out ?? null, flights.back ?? null, world.clock.now().toString()],
  )
  await database.query(
    `update persons set home_zone = 'Europe/Istanbul' where id = (select person_id from applications where id = $1)`,
    [applicationId],
  )
  await database.transaction(() => rooms.itinerary.participantsChanged(barcelona, [applicationId]))
}

test('in the night of departure one is asked where one boards: the coach, and hours later the flight', async () => {
  const zeynep = await world.coordinator('Zeynep Kaya', 'en')
  const marta = await traveller(world, barcelona, 'Marta Puig', { bus: '1' })
  await publishBarcelona(world, barcelona)
  await istanbul('10T01:14')
  expect(asked(marta)).toEqual([])
  await istanbul('10T01:15')
  expect(asked(marta)).toHaveLength(1)
  expect(marta.last).toContain('🙋 01:30 · Eskişehir')
  await marta.taps('I’m on board')
  await istanbul('10T08:14')
  expect(asked(marta)).toEqual([])
  expect(zeynep.texts.filter((text) => text.includes('🙋 Roll-call: '))).toHaveLength(1)
  await istanbul('10T08:15')
  expect(asked(marta)[0]).toContain('🙋 08:30 · Istanbul')
})

test('whoever flies out later is reminded of nothing before they land, and is not missing there', async () => {
  const zeynep = await world.coordinator('Zeynep Kaya', 'en')
  const marta = await traveller(world, barcelona, 'Marta Puig')
  const jordi = await traveller(world, barcelona, 'Jordi Vila')
  await flies(jordi.applicationId, { out: 'PC 1201 11.12. 07:15-10:40' })
  await publishBarcelona(world, barcelona)
  await madrid('10T12:00')
  const heard = listening(world)
  await madrid('11T10:41')
  const titles = (person: Person) => heard.by(person).map(({ text }) => text.split('\n')[0])
  expect(titles(marta).join('\n')).toMatch(/15:30 .*\n(.*\n)*.*08:45/)
  expect(titles(jordi).join('\n')).not.toMatch(/15:30|20:00|08:45|09:30/)
  expect(zeynep.shown('🙋 Roll-call: ').text).not.toContain('Jordi')
  await changeItem(world, barcelona, 'consulate', { place: { en: 'Consulate, second floor' } })
  expect(titles(jordi).join('\n')).not.toContain('Consulate')
})

test('a flight of their own: place, clock and reminders follow it; the group’s legs are not theirs', async () => {
  const marta = await traveller(world, barcelona, 'Marta Puig')
  const jordi = await traveller(world, barcelona, 'Jordi Vila')
  await flies(jordi.applicationId, { out: 'IB 1234 9.12. 19:00-21:30', back: 'IB 1235' })
  await publishBarcelona(world, barcelona)
  await istanbul('09T17:59')
  await istanbul('09T18:00')
  expect(jordi.last).toContain('✈️ 19:00 · Istanbul · You travel on your own: IB 1234')
  expect(jordi.last).not.toContain('TK 1853')
  await madrid('09T21:40')
  await jordi.writes('/itinerary')
  expect(jordi.last).toContain('21:40 (Barcelona time)')
  expect(jordi.last).toContain('⏭ Next: in 14 hours\n☕')
  await istanbul('10T09:30')
  expect(asked(jordi)).toEqual([])
  expect(asked(marta).length).toBeGreaterThan(0)
  jordi.doesNotSee('Coach Eskişehir')
  // What becomes of the group's flight is nothing to them.
  await changeItem(world, barcelona, 'flight-out', { status: 'cancelled' })
  await istanbul('10T09:35')
  marta.sees('Cancelled.')
  jordi.doesNotSee('Cancelled.')
  await jordi.writes('/itinerary')
  await jordi.taps('Whole programme')
  expect(jordi.last).toContain(
    '✔️ ✈️ 19:00 (Istanbul time) → 21:30 (Barcelona time) You travel on your own: IB 1234',
  )
  expect(jordi.last).toContain('✈️ You travel on your own: IB 1235')
  expect(jordi.last).not.toContain('Flight Barcelona')
  await jordi.taps('Sun 13 Dec')
  await jordi.taps('✈️')
  expect(jordi.last).toContain('I do not know its hours; please go by your ticket.')
  expect(jordi.last).toContain('The group’s flight and its transfers on this way are not in your programme.')
  const [zone] = await world.house.database.query<{ count: string }>(
    `select count(*) from reminder_fires f join itinerary_items i on i.id = f.item_id
     where f.application_id = $1 and i.key in ('coach-bcn', 'flight-back', 'coach-home') and f.kind <> 'eve'`,
    [jordi.applicationId],
  )
  expect(Number(zone?.count)).toBe(0)
})
