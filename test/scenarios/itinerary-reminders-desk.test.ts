import { afterEach, beforeEach, expect, test } from 'vitest'
import { delegation } from '../support/delegation.ts'
import type { Person } from '../support/person.ts'
import { publishBarcelona, traveller } from '../support/programme.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
let barcelona: number
let zeynep: Person
beforeEach(async () => {
  world = await openWorld({ now: '2026-12-10T12:00:00+01:00[Europe/Madrid]' })
  barcelona = (await delegation(world)).id
  zeynep = await world.coordinator('Zeynep Kaya', 'en')
})
afterEach(() => world.close())

const madrid = (moment: string) => world.clockShows(`2026-12-${moment}[Europe/Madrid]`)

async function opensReminders(somebody = zeynep): Promise<void> {
  await somebody.writes('/desk')
  await somebody.taps('Barcelona rail')
  await somebody.taps('⏰ Reminders')
}

test('what goes out within a day, to whom, and whom to call', async () => {
  await traveller(world, barcelona, 'Marta Puig')
  const jordi = await traveller(world, barcelona, 'Jordi Vila')
  await world.house.door.accounts.setReachable(jordi.id, false)
  await publishBarcelona(world, barcelona)
  await opensReminders()
  zeynep.sees('Thu 10 Dec 12:45 (Barcelona time) · Group lunch · 2 people')
  await zeynep.taps('12:45')
  zeynep.sees('⚠️ Jordi Vila – cannot be reached')
  zeynep.sees('• Marta Puig')
  await madrid('10T12:46')
  await opensReminders()
  // The word that the programme is there has not reached him either.
  await zeynep.taps('Not arrived (2)')
  zeynep.sees('12:45 Jordi Vila – not reached')
})

test('what waits though nothing is on its way any more is in doubt, and said to whom to call', async () => {
  await traveller(world, barcelona, 'Marta Puig')
  await publishBarcelona(world, barcelona)
  await madrid('10T12:46')
  // A process that died with it, or an older one that tells no fate.
  await world.house.database.query(
    `update itinerary_deliveries set state = 'waiting', message_id = null, ended_at = null where kind = 'reminder'`,
    [],
  )
  await madrid('10T12:54')
  await opensReminders()
  zeynep.doesNotSee('Not arrived')
  await madrid('10T12:56')
  await opensReminders()
  await zeynep.taps('Not arrived (1)')
  zeynep.sees('12:45 Marta Puig – in doubt')
})

test('paused, nothing goes out; resumed, what still matters comes as one message', async () => {
  const marta = await traveller(world, barcelona, 'Marta Puig')
  await publishBarcelona(world, barcelona)
  await opensReminders()
  await zeynep.taps('Pause all')
  await zeynep.taps('Yes, pause all')
  zeynep.sees('All reminders are paused')
  expect(zeynep.last).toContain('planned for the next 24 hours:')
  expect(zeynep.last).not.toContain('go out by themselves')
  const told = marta.texts.length
  await madrid('10T16:45')
  expect(marta.texts).toHaveLength(told)
  await zeynep.taps('Resume')
  await madrid('10T16:46')
  expect(marta.texts).toHaveLength(told + 1)
  expect(marta.last).toContain('📋 17:00')
  expect(marta.last).not.toContain('🏛')
})

test('a rehearsal plays the whole trip to her alone, marked as a test, until it is stopped', async () => {
  const marta = await traveller(world, barcelona, 'Marta Puig')
  await publishBarcelona(world, barcelona)
  const told = marta.texts.length
  await opensReminders()
  await zeynep.taps('Rehearse')
  await zeynep.taps('Français')
  await madrid('10T12:00:30')
  zeynep.sees('TEST')
  await madrid('10T12:01:40')
  zeynep.sees('Demain 01:15')
  // Each says when it would go out, and whoever boards is asked; but nothing of it can be answered.
  await madrid('10T12:02')
  zeynep.sees('TEST · partirait jeu. 10 déc. 01:15 (heure locale')
  zeynep.sees('🙋 01:30 · Eskişehir')
  expect(zeynep.buttons).not.toContain('Je suis à bord')
  expect(zeynep.buttons.at(-1)).toBe('⏹ Arrêter la répétition')
  await world.deploys()
  await madrid('10T12:10')
  zeynep.sees('The rehearsal is over')
  expect(marta.texts).toHaveLength(told)
  expect(await world.house.database.query('select 1 from roll_calls', [])).toEqual([])
  await opensReminders()
  await zeynep.taps('Rehearse')
  await zeynep.taps('Türkçe')
  await madrid('10T12:10:30')
  expect(await zeynep.taps('Provayı durdur')).toBe('The rehearsal has been stopped.')
  const played = zeynep.texts.length
  await madrid('10T12:12')
  expect(zeynep.texts).toHaveLength(played)
})

test('only for whoever runs the activity', async () => {
  await publishBarcelona(world, barcelona)
  const marta = await traveller(world, barcelona, 'Marta Puig')
  await opensReminders()
  for (const label of ['Pause all', 'Rehearse', '👤 By person', '📐 Reminder plan'])
    expect(await marta.presses(zeynep.holds(label))).toContain('Only the coordinators of this activity')
  marta.doesNotSee('Pause all reminders')
  marta.doesNotSee('Rehearsal')
})

test('the next 24 hours by person: who, how much, whom to call, and each message by itself', async () => {
  await traveller(world, barcelona, 'Marta Puig')
  const jordi = await traveller(world, barcelona, 'Jordi Vila')
  await world.house.door.accounts.setReachable(jordi.id, false)
  await publishBarcelona(world, barcelona)
  await world.clockShows('2026-12-10T17:30[Europe/Madrid]')
  await opensReminders()
  zeynep.sees('⚠️ 1 person among them cannot be reached')
  // The day file at 18:00 goes to her, and whoever walks to the Chamber is counted first.
  zeynep.sees('18:00 (Barcelona time) · tomorrow on paper, to coordinators · 1 person')
  zeynep.sees('Fri 11 Dec 08:30 (Barcelona time) · 🙋 Roll-call: Walk to the Chamber · 2 people')
  await zeynep.taps('👤 By person')
  expect(zeynep.last).toMatch(
    /⚠️ Jordi Vila – cannot be reached, ☎️ –.* · \d+ messages\n• Marta Puig · \d+ messages/,
  )
  await zeynep.taps('Marta Puig')
  zeynep.sees('Thu 10 Dec 19:00 (Barcelona time) · overview of tomorrow')
  await zeynep.taps('‹ By person')
  zeynep.sees('• Zeynep Kaya · 1 message')
})

test('among many people one is found by a part of the name', async () => {
  for (const name of ['Ada', 'Bora', 'Cem', 'Derya', 'Ece', 'Filiz', 'Gül', 'Hakan', 'İpek'])
    await traveller(world, barcelona, `${name} Şahin`)
  await publishBarcelona(world, barcelona)
  await opensReminders()
  await zeynep.taps('👤 By person')
  await zeynep.taps('🔎 Find by name')
  await zeynep.writes('xyz')
  zeynep.sees('Nobody of that name gets anything')
  await zeynep.writes('ipek sah')
  zeynep.sees('1 person of that name gets something within 24 hours:\n\n• İpek Şahin')
  await zeynep.taps('İpek Şahin')
  zeynep.sees('12:45 (Barcelona time) · Group lunch')
})
