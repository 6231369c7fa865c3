import { afterEach, beforeEach, expect, test } from 'vitest'
import { delegation } from '../support/delegation.ts'
import type { Person } from '../support/person.ts'
import { publishBarcelona, traveller } from '../support/programme.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
let barcelona: number
beforeEach(async () => {
  world = await openWorld({ now: '2026-12-10T20:00:00+01:00[Europe/Madrid]' })
  barcelona = (await delegation(world)).id
  await publishBarcelona(world, barcelona)
})
afterEach(() => world.close())

/** Somebody with the keys of the house, once what the evening brings her by itself has arrived. */
async function coordinator(name: string): Promise<Person> {
  const somebody = await world.coordinator(name, 'en')
  await world.house.ticker.tick()
  await world.settle()
  return somebody
}

/** From the desk to the programme, and to one of its items. */
async function opens(coordinator: Person, title: string): Promise<void> {
  await coordinator.writes('/desk')
  await coordinator.taps('Barcelona rail')
  await coordinator.taps('🗓 Programme')
  for (let pages = 0; pages < 5 && !coordinator.buttons.some((label) => label.includes(title)); pages++)
    await coordinator.taps('Next ›')
  await coordinator.taps(title)
}

const item = async (key: string) => {
  const programme = await world.house.rooms.itinerary.workbook.read(barcelona)
  const found = programme.find(({ id }) => id === key)
  if (!found) throw new Error(`there is no item ${key}`)
  return found
}

test('a visit is moved in a few taps: old and new, and whom it touches, before anything goes out', async () => {
  const zeynep = await coordinator('Zeynep Kaya')
  await traveller(world, barcelona, 'Ayşe Yılmaz')
  await traveller(world, barcelona, 'Mehmet Demir')
  // Lands too late for it, at the old hour and at the new one.
  await traveller(world, barcelona, 'Can Demir', { flights: { out: 'PC 1201 11.12. 08:00-12:10' } })
  await opens(zeynep, 'Barcelona Chamber')
  expect(world.shownTo(zeynep).join('\n')).toMatch(
    /Times without a city are Barcelona time[^]*20:00–22:00 Welcome dinner/,
  )
  zeynep.sees('When: Fri 11 Dec, 09:30–11:00 (Barcelona time)')
  zeynep.sees('It concerns 2 people')

  await zeynep.taps('Move')
  await zeynep.writes('10:15')
  expect(zeynep.last).toContain('Fri 11 Dec, 10:15–11:45 (Barcelona time)')
  expect(zeynep.last).toContain('It touches 2 people.')
  expect((await item('cambra')).startLocal).toBe('2026-12-11T09:30')

  await zeynep.taps('Publish')
  expect(zeynep.last).toContain('Published. It touches 2 people.')
  expect(await item('cambra')).toMatchObject({
    startLocal: '2026-12-11T10:15',
    endLocal: '2026-12-11T11:45',
  })
})

test('where the move makes two duties one, whom it concerns is named', async () => {
  const zeynep = await coordinator('Zeynep Kaya')
  await traveller(world, barcelona, 'Ayşe Yılmaz')
  // Lands when both are over.
  const kemal = await traveller(world, barcelona, 'Kemal Er')
  await world.house.database.query(
    `insert into participant_details (application_id, flight_out, updated_at) values ($1, 'IB 1234 11.12. 17:00-20:00', now())
     on conflict (application_id) do update set flight_out = excluded.flight_out`,
    [kemal.applicationId],
  )
  await opens(zeynep, 'Barcelona Chamber')
  await zeynep.taps('Move')
  await zeynep.writes('11:00')
  expect(zeynep.last).toMatch(/are at the same time\. Both are mandatory for: Ayşe Yılmaz$/m)
})

test('a text that still names the old hour is pointed out before anything goes out', async () => {
  const zeynep = await coordinator('Zeynep Kaya')
  await opens(zeynep, 'Walk to the Chamber')
  await zeynep.taps('Move')
  await zeynep.writes('08:30')
  expect(zeynep.last).toContain('“Walk to the Chamber”: 08:45 still stands under “Notes”.')
  await zeynep.taps('Start')
  await zeynep.writes('08:45')
  expect(zeynep.last).not.toContain('still stands')
})

test('an item is cancelled and restored, each with its preview', async () => {
  const zeynep = await coordinator('Zeynep Kaya')
  await opens(zeynep, 'Welcome dinner')
  await zeynep.taps('Cancel the item')
  expect(zeynep.last).toContain('State: planned → cancelled')
  const late = zeynep.holds('Publish')
  await zeynep.taps('Publish')
  expect((await item('welcome-dinner')).status).toBe('cancelled')
  await zeynep.presses(late)
  await zeynep.taps('Open the item')
  await zeynep.taps('Restore')
  await zeynep.taps('Publish')
  expect((await item('welcome-dinner')).status).toBe('planned')
})

test('an item is added step by step, and what is wrong is named with an example', async () => {
  const zeynep = await coordinator('Zeynep Kaya')
  await traveller(world, barcelona, 'Ayşe Yılmaz', { groups: ['Group A'] })
  await zeynep.writes('/desk')
  await zeynep.taps('Barcelona rail')
  await zeynep.taps('🗓 Programme')
  await zeynep.taps('Add an item')
  await zeynep.taps('Briefing')
  await zeynep.writes('Short talk before dinner')
  await zeynep.writes('14:30')
  expect(zeynep.last).toContain('Please write the day, too')
  await zeynep.writes('20 December 14:30')
  expect(zeynep.last).toContain('20.12.2026 is more than 3 days outside')
  await zeynep.writes('11 December 19:00')
  await zeynep.writes('18:00')
  expect(zeynep.last).toContain('The end (18:00) must be after the start (19:00). For example: 20:00')
  await world.deploys()
  await zeynep.taps('30 min')
  await zeynep.writes('Hotel lobby')
  await zeynep.writes('Grup A')
  expect(zeynep.last).toContain('Did you mean Group A?')
  await zeynep.taps('Group A')
  expect(zeynep.last).toContain('When: Fri 11 Dec, 19:00–19:30 (Barcelona time)')
  await zeynep.taps('Publish')
  const programme = await world.house.rooms.itinerary.workbook.read(barcelona)
  expect(programme.find(({ title }) => title.en === 'Short talk before dinner')).toMatchObject({
    kind: 'briefing',
    startLocal: '2026-12-11T19:00',
    endLocal: '2026-12-11T19:30',
    place: { en: 'Hotel lobby' },
    audience: { kind: 'some', groups: ['Group A'] },
    isMandatory: true,
  })
})

test('late: one tap says how late, one how many move along, one publishes', async () => {
  const zeynep = await coordinator('Zeynep Kaya')
  await world.clockShows('2026-12-11T09:40[Europe/Madrid]')
  await opens(zeynep, 'Barcelona Chamber')
  const { taps } = zeynep.effort
  await zeynep.taps('+20 min')
  expect(zeynep.last).toContain('+20 min: shall the next items move along?')
  await zeynep.taps('Also the next one')
  await zeynep.taps('Publish')
  expect(zeynep.effort.taps - taps).toBe(3)
  // It has begun already: it only ends later.
  expect(await item('cambra')).toMatchObject({ startLocal: '2026-12-11T09:30', endLocal: '2026-12-11T11:20' })
  expect(await item('b2b-1')).toMatchObject({ startLocal: '2026-12-11T11:35', endLocal: '2026-12-11T13:50' })
  expect(await item('lunch-2')).toMatchObject({ startLocal: '2026-12-11T13:30' })
})

test('two coordinators at once: the second sees that it has changed meanwhile, and nothing of hers is lost', async () => {
  const zeynep = await coordinator('Zeynep Kaya')
  const elif = await coordinator('Elif Demir')
  await opens(zeynep, 'Barcelona Chamber')
  await zeynep.taps('Edit')
  await zeynep.taps('✎ Place')
  await zeynep.writes('Sala 3')
  await opens(elif, 'Barcelona Chamber')
  await elif.taps('Move')
  await elif.writes('10:15')
  await elif.taps('Publish')
  expect(await zeynep.taps('Publish')).toContain('has changed meanwhile')
  expect((await item('cambra')).place).not.toEqual({ en: 'Sala 3' })
  await zeynep.taps('Publish')
  expect(await item('cambra')).toMatchObject({ startLocal: '2026-12-11T10:15', place: { en: 'Sala 3' } })
})

test('nobody else changes a programme: a forwarded button finds nothing', async () => {
  const zeynep = await coordinator('Zeynep Kaya')
  const ayse = await traveller(world, barcelona, 'Ayşe Yılmaz')
  const elsewhere = await world.coordinator('Marta Soler', 'en', 'LYON27')
  await opens(zeynep, 'Barcelona Chamber')
  const move = zeynep.holds('Move')
  await zeynep.taps('Cancel the item')
  const publish = zeynep.holds('Publish')
  for (const stranger of [ayse, elsewhere]) {
    expect(await stranger.presses(move)).toContain('Only the coordinators of this activity')
    expect(await stranger.presses(publish)).toContain('do not have permission')
  }
  expect((await item('cambra')).status).toBe('planned')
})
