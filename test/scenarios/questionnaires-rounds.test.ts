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
  survey: [
    asks('integer', 'staff', 'Çalışan sayısı?', 'Staff?', { required: 'yes' }),
    asks('select_one yn', 'exports', 'İhracat var mı?', 'Do you export?', { required: 'yes' }),
    asks('text', 'plans', 'Planlarınız?', 'Your plans?'),
  ],
  choices: [choice('yn', 'yes', 'Evet', 'Yes'), choice('yn', 'no', 'Hayır', 'No')],
  settings: {
    ...{ form_id: 'yearly', form_title: 'Yearly', heyet_scope: 'firm', heyet_purpose: 'needs_analysis' },
  },
}

/** Somebody with a phone who belongs to a firm of this name. */
async function memberOf(firmName: string, name: string): Promise<Person> {
  const id = await firm(world, firmName)
  const { joining } = world.house.rooms.people
  const somebody = world.person(name, 'en')
  await somebody.starts(`f_${await world.house.database.transaction(() => joining.inviteToFirm(id, null))}`)
  return somebody
}

async function openCard(): Promise<void> {
  await zeynep.writes('/desk')
  await zeynep.taps('📝 Questionnaires')
  await zeynep.taps('Yearly')
}

test('one response per firm and round; the former one is read, and each of its answers proposed with its day', async () => {
  const marta = await memberOf('Ferro SL', 'Marta Ruiz')
  const emma = await memberOf('Rail AB', 'Emma Berg')
  await publishes(world, yearly)
  await marta.starts('q_yearly')
  await marta.writes('42')
  await marta.taps('Yes')
  await marta.taps('Skip')
  await marta.taps('Submit')
  marta.sees('yearly-0001')
  await emma.starts('q_yearly')
  await emma.writes('7')
  expect(emma.last).toContain('Do you export?')

  await world.clockShows('2026-11-20T09:00[Europe/Istanbul]')
  await openCard()
  await zeynep.taps('Begin a new round')
  zeynep.sees('Submitted in this round: 1')
  zeynep.sees('Drafts that go on in the new round: 1')
  const today = zeynep.holds('Begin: 20 November 2026')
  await zeynep.writes('Autumn')
  zeynep.sees('Round 2: Autumn, 20 November 2026')
  zeynep.sees('Filling in: 1 · Submitted: 0')
  expect(await zeynep.presses(today)).toContain('begun already')

  await emma.taps('No')
  await emma.taps('Skip')
  await emma.taps('Submit')
  emma.sees('yearly-0002')

  await marta.writes('/forms')
  expect(marta.last).toContain('🗂 Yearly · yearly-0001 · 2 November 2026')
  await marta.taps('Look at: Yearly')
  expect(marta.last).toContain('1. Staff? 42')
  const looked = marta.phone.state().messages.at(-1)?.keyboard?.inline_keyboard.flat() ?? []
  expect(looked.map(({ text }) => text)).toEqual(['📝 Questionnaires'])
  expect(await marta.presses({ messageId: 1, data: 'q.edit:1' })).toContain('former round')
  await marta.starts('q_yearly')
  expect(marta.last).toContain('Last time (2 November 2026): 42\nStill right?')
  await marta.taps('Yes, that is right')
  expect(marta.last).toContain('Last time (2 November 2026): Yes')
  await marta.taps('No')
  expect(marta.last).not.toContain('Last time')
  await marta.taps('Skip')
  await marta.taps('Submit')
  marta.sees('yearly-0003')
  expect(
    await world.house.database.query(
      `select r.round, a.value from responses r join answers a on a.response_id = r.id
       where a.path = '/data/exports' order by r.id`,
      [],
    ),
  ).toEqual([
    { round: 1, value: 'yes' },
    { round: 2, value: 'no' },
    { round: 2, value: 'no' },
  ])
})

test('whoever was changing answers keeps what was handed in, and a double tap begins one round', async () => {
  const marta = await memberOf('Ferro SL', 'Marta Ruiz')
  await publishes(world, yearly)
  await marta.starts('q_yearly')
  await marta.writes('42')
  await marta.taps('Yes')
  await marta.taps('Skip')
  await marta.taps('Submit')
  await marta.writes('/forms')
  await marta.taps('Change: Yearly')
  const submit = marta.holds('Submit the changes')
  await openCard()
  await zeynep.taps('Begin a new round')
  const begin = zeynep.holds('Begin: 2 November 2026')
  await zeynep.presses(begin)
  await zeynep.presses(begin)
  zeynep.sees('Round 2: 2 November 2026')
  zeynep.doesNotSee('Round 3')
  expect(await marta.presses(submit)).toContain('has been submitted')
  await marta.starts('q_yearly')
  expect(marta.last).toContain('Last time (2 November 2026): 42')
  const kept = () =>
    world.house.database.query<{ state: string }>('select state from responses order by state', [])
  expect((await kept()).map(({ state }) => state)).toEqual(['draft', 'submitted', 'withdrawn'])
  await world.clockShows('2026-12-10T09:00[Europe/Istanbul]')
  expect((await kept()).map(({ state }) => state)).toEqual(['draft', 'submitted'])
  const other = await world.coordinator('Pau Vidal', 'en', 'BCN26')
  expect(await other.presses({ messageId: 1, data: 'q.newround:1:2' })).toContain('role')
})
