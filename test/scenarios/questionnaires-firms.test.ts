import { afterEach, beforeEach, expect, test } from 'vitest'
import { firm } from '../support/delegation.ts'
import { asks, choice, publishes, type SmallForm } from '../support/forms.ts'
import type { Person } from '../support/person.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
let zeynep: Person
beforeEach(async () => {
  world = await openWorld()
  zeynep = await world.coordinator('Zeynep Kaya', 'en')
})
afterEach(() => world.close())

const yearly: SmallForm = {
  survey: [asks('select_one yn', 'exports', 'İhracat var mı?', 'Do you export?', { required: 'yes' })],
  choices: [choice('yn', 'yes', 'Evet', 'Yes'), choice('yn', 'no', 'Hayır', 'No')],
  settings: {
    ...{ form_id: 'yearly', form_title: 'Yearly', heyet_scope: 'firm', heyet_purpose: 'needs_analysis' },
  },
}

/** Somebody with a phone who belongs to this firm. */
async function memberOf(firmId: number, name: string): Promise<Person> {
  const { joining } = world.house.rooms.people
  const somebody = world.person(name, 'en')
  await somebody.starts(
    `f_${await world.house.database.transaction(() => joining.inviteToFirm(firmId, null))}`,
  )
  return somebody
}

async function openCard(): Promise<void> {
  await zeynep.writes('/desk')
  await zeynep.taps('📝 Questionnaires')
  await zeynep.taps('Yearly')
}

test('of what a firm answers once, firms are counted and not the people who were asked', async () => {
  const [ferro, rail] = [await firm(world, 'Ferro SL'), await firm(world, 'Rail AB')]
  const marta = await memberOf(ferro, 'Marta Ruiz')
  await memberOf(ferro, 'Pol Ruiz')
  const emma = await memberOf(rail, 'Emma Berg')
  await publishes(world, yearly)
  await openCard()
  await zeynep.taps('Send to')
  await zeynep.taps('All members of firms (3)')
  await zeynep.taps('Send now')
  await world.clockShows('2026-11-02T09:10[Europe/Istanbul]')
  await marta.taps('Begin')
  await marta.taps('Yes')
  await marta.taps('Submit')
  await emma.taps('Begin')
  await openCard()
  zeynep.sees('Sent to firms: 2 (people: 3) · opened: 2 · begun: 2 · finished: 1')
  expect(zeynep.buttons).toContain('🔔 Remind the rest (1)')
  await zeynep.taps('Results')
  zeynep.sees('Firms asked: 2 · have answered: 1 (50%)')
  await zeynep.taps('Question by question')
  zeynep.sees('Response rate of the firms: 1 of 2 (50%)')
})

test('whoever belongs to no firm is told the ways to one, with a button', async () => {
  await publishes(world, yearly)
  const ole = world.person('Ole Berg', 'en')
  await ole.starts('q_yearly')
  expect(ole.last).toContain('“Yearly” is answered for a firm')
  expect(ole.last).toContain('ask them for the link of your firm')
  await ole.taps('Activities and applications')
  expect(ole.last).not.toContain('Yearly')
})
