import { afterEach, beforeEach, expect, test } from 'vitest'
import { delegation } from '../support/delegation.ts'
import type { Person } from '../support/person.ts'
import { publishBarcelona, traveller } from '../support/programme.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
let barcelona: number
let zeynep: Person
beforeEach(async () => {
  world = await openWorld({ now: '2026-12-10T20:00:00+01:00[Europe/Madrid]' })
  barcelona = (await delegation(world)).id
  await publishBarcelona(world, barcelona)
  zeynep = await world.coordinator('Zeynep Kaya', 'en')
  await world.house.ticker.tick()
  await world.settle()
})
afterEach(() => world.close())

const madrid = (moment: string) => world.clockShows(`2026-12-${moment}[Europe/Madrid]`)

async function opens(coordinator: Person, title: string): Promise<void> {
  await coordinator.writes('/desk')
  await coordinator.taps('Barcelona rail')
  await coordinator.taps('🗓 Programme')
  for (let pages = 0; pages < 5 && !coordinator.buttons.some((label) => label.includes(title)); pages++)
    await coordinator.taps('Next ›')
  await coordinator.taps(title)
}

async function adds(title: string, when: string, place: string): Promise<void> {
  await zeynep.writes('/desk')
  await zeynep.taps('Barcelona rail')
  await zeynep.taps('🗓 Programme')
  await zeynep.taps('Add an item')
  await zeynep.taps('Briefing')
  await zeynep.writes(title)
  await zeynep.writes(when)
  await zeynep.taps('30 min')
  await zeynep.writes(place)
  await zeynep.taps('Everybody')
}

const item = async (title: string) => {
  const programme = await world.house.rooms.itinerary.workbook.read(barcelona)
  const found = programme.find((one) => Object.values(one.title).includes(title))
  if (!found) throw new Error(`there is no item ${title}`)
  return found
}

test('what was typed in one language is given in the others in a few taps, and nobody is told twice', async () => {
  const marta = await traveller(world, barcelona, 'Marta Puig', { language: 'es' })
  await adds('Short talk', '11 December 19:00', 'Hotel lobby')
  zeynep.sees(
    '🌐 Not yet there; shown in another language:\nTürkçe: Title and Place\nEspañol: Title and Place',
  )
  await zeynep.taps('✅ Publish')
  await madrid('10T20:10')
  expect(marta.texts.join('\n')).toContain('Short talk')
  const told = marta.texts.length

  await zeynep.taps('🌐 Languages')
  await zeynep.taps('All 6 missing, one after the other')
  zeynep.sees('Title · Türkçe')
  zeynep.sees('It says: “Short talk”')
  await zeynep.writes('Kısa konuşma')
  await world.deploys()
  await zeynep.writes('Charla breve')
  await zeynep.taps('Skip')
  zeynep.sees('Place · Türkçe')
  await zeynep.writes('Otel lobisi')
  await zeynep.writes('x')
  zeynep.sees('This is too short')
  await zeynep.writes('Vestíbulo del hotel')
  await zeynep.taps('= Hotel lobby')
  zeynep.sees('Français: Title')
  expect(zeynep.last).not.toContain('Español:')
  await zeynep.taps('✅ Publish')
  expect(await item('Short talk')).toMatchObject({
    title: { tr: 'Kısa konuşma', en: 'Short talk', es: 'Charla breve' },
    place: { tr: 'Otel lobisi', en: 'Hotel lobby', es: 'Vestíbulo del hotel', fr: 'Hotel lobby' },
  })
  await madrid('10T20:20')
  expect(marta.texts).toHaveLength(told)

  await opens(zeynep, 'Short talk')
  zeynep.sees('Français: Title')
  await zeynep.taps('🌐 Languages')
  await zeynep.taps('✔️ Title · Español')
  zeynep.sees('Now: Charla breve')
  await zeynep.writes('Charla corta')
  await zeynep.taps('✅ Publish')
  expect((await item('Short talk')).title.es).toBe('Charla corta')
})

test('an item has lead times of its own, none, or those of the plan again', async () => {
  const marta = await traveller(world, barcelona, 'Marta Puig')
  await opens(zeynep, 'Barcelona Chamber')
  zeynep.sees('Reminders: by the reminder plan of the activity')
  await zeynep.taps('⏰ Its reminders')
  await zeynep.writes('whenever')
  zeynep.sees('I could not read a time in this')
  await zeynep.writes('50 min, 5')
  zeynep.sees('Reminders: by the reminder plan of the activity → 50 min and 5 min before')
  zeynep.sees('➕ 2 messages are added')
  await zeynep.taps('✅ Publish')
  await madrid('11T08:41')
  expect(marta.last).toContain('09:30 · Barcelona')
  const told = marta.texts.length
  await opens(zeynep, 'Barcelona Chamber')
  await zeynep.taps('⏰ Its reminders')
  await zeynep.taps('🚫 No reminder')
  zeynep.sees('➖ 1 message is dropped')
  await zeynep.taps('✅ Publish')
  await madrid('11T09:28')
  expect(marta.texts.slice(told).join('\n')).not.toContain('09:30 · Barcelona')
  await zeynep.taps('Open the item')
  await zeynep.taps('⏰ Its reminders')
  await zeynep.taps('↩️ By the plan')
  await zeynep.taps('✅ Publish')
  await zeynep.taps('Open the item')
  zeynep.sees('Reminders: by the reminder plan of the activity')
})

test('an end that another clock would put before the start is refused where it is said', async () => {
  await opens(zeynep, 'Barcelona Chamber')
  await zeynep.taps('✏️ Edit')
  await zeynep.taps('✎ City of the end')
  await zeynep.writes('Europe/Istanbul')
  zeynep.sees('The end (11:00) must be after the start (09:30)')
  zeynep.sees('By the clock of which city does it end?')
})

test('a deadline that becomes a visit is asked for its end', async () => {
  await opens(zeynep, 'The end survey')
  await zeynep.taps('✏️ Edit')
  await zeynep.taps('✎ Kind')
  await zeynep.taps('Visit')
  zeynep.sees('When does it end?')
  await zeynep.taps('60 min')
  expect(zeynep.buttons).toContain('✅ Publish')
})

test('an item moved into the past says so, and nobody is reminded of it', async () => {
  const marta = await traveller(world, barcelona, 'Marta Puig')
  await opens(zeynep, 'Welcome dinner')
  await zeynep.taps('Move')
  await zeynep.writes('10 December 18:00')
  zeynep.sees('⏮ This lies in the past')
  await zeynep.taps('✅ Publish')
  await madrid('10T20:45')
  expect(marta.texts.join('\n')).toContain('it is over already')
  expect(marta.texts.join('\n')).not.toContain('🍽 18:00 · Barcelona')
})
