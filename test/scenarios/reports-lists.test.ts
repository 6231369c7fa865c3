import { afterEach, beforeEach, expect, test } from 'vitest'
import { cellText } from '../../src/shared/spreadsheet.ts'
import { delegation, firm } from '../support/delegation.ts'
import { asks, choice, publishes } from '../support/forms.ts'
import { participant as seated } from '../support/participant.ts'
import type { Person } from '../support/person.ts'
import { filesOf, lastWorkbook } from '../support/spreadsheets.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
let activityId: number
let zeynep: Person
beforeEach(async () => {
  world = await openWorld()
  const trip = await delegation(world, { details: { logisticsForm: 'travel' } })
  activityId = trip.id
  await firm(world)
  await publishes(world, travel)
  zeynep = await world.coordinator('Zeynep Kaya', 'en')
})
afterEach(() => world.close())

/** The few questions of a journey that lists ask for, under the names of the finished form. */
const travel = {
  survey: [
    asks('select_one room', 'room', 'Hangi oda?', 'Which room?'),
    asks('select_one flight', 'flight', 'Uçuş?', 'Which flight?'),
    asks('select_one meals', 'meals', 'Hangi menü?', 'Which meals?'),
  ],
  choices: [
    choice('room', 'twin', 'İki kişilik', 'Twin'),
    choice('room', 'no_room', 'Oda istemiyorum', 'No room'),
    choice('flight', 'group', 'Grupla', 'With the group'),
    choice('flight', 'own', 'Kendi uçuşumla', 'Own flight'),
    choice('meals', 'vegan', 'Vegan yemek', 'Vegan meals'),
    choice('meals', 'any', 'Hepsi uygun', 'Any meal'),
  ],
  settings: { form_id: 'travel', form_title: 'Travel details', heyet_purpose: 'logistics' },
}

interface Told {
  consents?: string[]
  answers?: string[]
  state?: string
}

/** Somebody who has been approved and has answered, by their taps. */
async function participant(name: string, { consents = [], answers = [], state = 'approved' }: Told = {}) {
  const { somebody, personId } = await seated(world, activityId, name, { state })
  const now = world.clock.now().toString()
  await query(
    `update persons set phone = '+905320001122', email = 'someone@firma.com.tr', passport_surname = upper(surname),
       passport_given_names = upper(given_names) where id = $1`,
    [personId],
  )
  for (const purpose of consents)
    await query(
      `insert into consents (person_id, purpose, is_given, version, language, decided_at)
       values ($1, $2, true, 'v', 'en', $3)`,
      [personId, purpose, now],
    )
  if (answers.length > 0) await somebody.starts('q_travel')
  for (const answer of answers) await somebody.taps(answer)
  if (answers.length > 0) await somebody.taps('Submit')
  return { somebody, personId }
}

const query = (text: string, values: unknown[] = []) =>
  world.house.database.query<Record<string, unknown>>(text, values)

async function opensLists(coordinator: Person): Promise<void> {
  await coordinator.writes('/desk')
  await coordinator.taps('Barcelona rail delegation')
  await coordinator.taps('📤 Lists')
}

/** Every row of the newest file, as text. */
async function lines(coordinator: Person): Promise<string[][]> {
  const [sheet] = (await lastWorkbook(world, coordinator)).sheets
  return (sheet?.rows ?? []).map(({ cells }) => cells.map(({ value }) => cellText(value)))
}

test('each list has what its purpose needs, in the language chosen, and it is noted who took which', async () => {
  const marta = await participant('Marta Puig', { answers: ['Twin', 'With the group', 'Vegan'] })
  const pau = await participant('Pau Vila', { answers: ['No room', 'Own flight', 'Any meal'] })
  await participant('Olga Riba', { state: 'waitlisted' })
  await opensLists(zeynep)
  zeynep.sees('Lists · 2 people')
  await zeynep.taps('FR')
  await zeynep.taps('🏨 Hotel')

  const rooming = await lines(zeynep)
  expect(rooming.slice(0, 2)).toEqual([
    ['Mission ferroviaire à Barcelone – Liste de l’hôtel'],
    ['Barcelone, du 10 au 13 décembre 2026'],
  ])
  expect(rooming[3]).toContain('Nom (passeport)')
  // The form has no French: its own first language stands in. Who needs no room is not the hotel's business, nor is anybody's phone.
  expect(rooming.slice(4)).toEqual([['PUIG', 'MARTA', 'İki kişilik', '2026-12-10', '2026-12-13']])
  expect(filesOf(zeynep).at(-1)?.name).toBe('BCN26 Liste de l’hôtel.xlsx')
  zeynep.sees('🔒')

  await opensLists(zeynep)
  await zeynep.taps('✈️ Airline')
  const airline = await lines(zeynep)
  expect(airline[3]).toContain('Passport no. (to be filled outside)')
  expect(airline.slice(4)).toEqual([['PUIG', 'MARTA']])

  const noted = await query(
    `select act, what, rows, language, to_jsonb(about_person_ids) as people from audit
     where act = 'exported' order by id`,
  )
  expect(noted).toEqual([
    { act: 'exported', what: 'list.rooming', rows: 1, language: 'fr', people: [marta.personId] },
    { act: 'exported', what: 'list.airline', rows: 1, language: 'en', people: [marta.personId] },
  ])
  expect(pau.personId).not.toBe(marta.personId)
})

test('hosts get a phone only from whoever has consented, the catalogue only who wants to be in it', async () => {
  const marta = await participant('Marta Puig', { consents: ['contact_exchange', 'catalogue'] })
  await participant('Pau Vila')
  await opensLists(zeynep)
  await zeynep.taps('🤝 Hosts')
  const hosts = await lines(zeynep)
  expect(hosts.slice(4).map(([name, , , , , ...contact]) => [name, contact.length])).toEqual([
    ['Marta Puig', 2],
    ['Pau Vila', 0],
  ])
  expect(hosts.flat()).toContain('someone@firma.com.tr')
  await opensLists(zeynep)
  await zeynep.taps('📖 Catalogue')
  expect((await lines(zeynep)).slice(4).map(([name]) => name)).toEqual(['Marta Puig'])

  await query(
    `insert into participant_details (application_id, groups, bus, updated_at)
     select id, '{A,Rail}', '2', updated_at from applications where person_id = $1`,
    [marta.personId],
  )
  await opensLists(zeynep)
  await zeynep.taps('👥 Participants')
  expect((await lines(zeynep))[4]).toEqual(
    expect.arrayContaining(['BCN26-0001', 'Marta Puig', '2', 'A, Rail']),
  )

  // Taken back, the next one is without her.
  await query(
    `insert into consents (person_id, purpose, is_given, version, language, decided_at)
     values ($1, 'catalogue', false, 'v', 'en', $2)`,
    [marta.personId, world.clock.now().toString()],
  )
  await opensLists(zeynep)
  await zeynep.taps('📖 Catalogue')
  expect(zeynep.notes.at(-1)).toContain('There is nobody for this list yet.')
})

test('a sheet to sign has a column for each day, a kitchen gets numbers and no names', async () => {
  await participant('Marta Puig', { answers: ['Twin', 'With the group', 'Vegan'] })
  await participant('=HYPERLINK("x") Vila')
  await opensLists(zeynep)
  await zeynep.taps('✍️ Attendance sheet')
  const sheet = await lines(zeynep)
  expect(sheet[3]?.filter((header) => header.startsWith('Signature'))).toEqual([
    'Signature Thu 10 Dec',
    'Signature Fri 11 Dec',
    'Signature Sat 12 Dec',
    'Signature Sun 13 Dec',
  ])
  expect(sheet.slice(4).map(([line, name]) => [line, name])).toEqual([
    ['1', 'Marta Puig'],
    ['2', '=HYPERLINK("x") Vila'],
  ])
  await opensLists(zeynep)
  await zeynep.taps('🍽 Meals')
  const meals = await lines(zeynep)
  expect(meals.slice(4)).toEqual([
    ['Vegan meals', '1'],
    ['Not answered yet', '1'],
  ])
  expect(meals.flat().join()).not.toContain('Puig')
})

test('a partner gets no travel details, and somebody else’s button gets nothing', async () => {
  const { somebody } = await participant('Marta Puig')
  const partner = world.person('Jordi Font', 'en')
  const { giving } = world.house.rooms.people
  await partner.starts(`c_${await world.house.database.transaction(() => giving.invite('partner', 'BCN26'))}`)
  await opensLists(partner)
  partner.sees('🤝 Hosts')
  partner.doesNotSee('🛂 Consulate')
  const held = partner.holds('🤝 Hosts')
  const consulate = { ...held, data: `r.list:${activityId}:consulate:en` }
  expect(await partner.presses(consulate)).toContain('the chamber’s own coordinators')
  const [own] = somebody.phone.state().messages.filter(({ from }) => from === 'bot')
  const forged = { messageId: own?.id ?? 0, data: `r.list:${activityId}:participants:en` }
  expect(await somebody.presses(forged)).toContain('for those who run it')
  expect(filesOf(partner)).toEqual([])
  expect(await query(`select 1 from audit where act = 'exported'`)).toEqual([])
})
