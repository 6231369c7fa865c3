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

test('paused, nothing goes out; resumed, what still matters comes as one message', async () => {
  const marta = await traveller(world, barcelona, 'Marta Puig')
  await publishBarcelona(world, barcelona)
  await opensReminders()
  await zeynep.taps('Pause all')
  await zeynep.taps('Yes, pause all')
  zeynep.sees('All reminders are paused')
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
  await madrid('10T12:07')
  zeynep.sees('The rehearsal is over')
  expect(marta.texts).toHaveLength(told)
  await opensReminders()
  await zeynep.taps('Rehearse')
  await zeynep.taps('Türkçe')
  await madrid('10T12:07:30')
  expect(await zeynep.taps('Provayı durdur')).toBe('The rehearsal has been stopped.')
  const played = zeynep.texts.length
  await madrid('10T12:09')
  expect(zeynep.texts).toHaveLength(played)
})

test('only for whoever runs the activity', async () => {
  await publishBarcelona(world, barcelona)
  await opensReminders()
  const [pause, screen] = [zeynep.holds('Pause all'), zeynep.holds('Rehearse')]
  const marta = await traveller(world, barcelona, 'Marta Puig')
  await marta.presses(pause)
  await marta.presses(screen)
  marta.doesNotSee('Pause all reminders')
  marta.doesNotSee('Rehearsal')
})
