import { afterEach, beforeEach, expect, test } from 'vitest'
import { delegation } from '../support/delegation.ts'
import { asks, publishes } from '../support/forms.ts'
import type { Person } from '../support/person.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
let zeynep: Person
beforeEach(async () => {
  world = await openWorld()
  zeynep = await world.coordinator('Zeynep Kaya', 'en')
})
afterEach(() => world.close())

const madrid = { code: 'MAD26', title: { tr: 'Madrid Heyeti', en: 'Madrid delegation' } }

const travel = (activityId?: number) =>
  publishes(
    world,
    {
      survey: [asks('text', 'flight', 'Uçuşunuz?', 'Your flight?')],
      settings: { form_id: 'travel', form_title: 'Travel', heyet_purpose: 'logistics' },
    },
    activityId,
  )

async function opensActivities(person: Person): Promise<void> {
  await person.writes('/desk')
  await person.taps('📝 Questionnaires')
  await person.taps('Travel')
  await person.taps('🎯 Activities')
}

const lastKeys = (person: Person) =>
  (person.phone.state().messages.at(-1)?.keyboard?.inline_keyboard ?? []).flat().map(({ text }) => text)

/** Somebody with a phone and a seat. */
async function traveller(name: string, activityId: number): Promise<Person> {
  const somebody = world.person(name, 'en')
  await somebody.starts()
  const [givenNames = '', surname = ''] = name.split(' ')
  const personId = await world.house.rooms.people.persons.create({ givenNames, surname })
  await world.house.door.accounts.linkPerson(somebody.id, personId)
  await world.house.database.query(
    `insert into applications (activity_id, person_id, state, number, created_at, updated_at, submitted_at)
     values ($1, $2, 'approved', (select count(*) + 1 from applications), $3, $3, $3)`,
    [activityId, personId, world.clock.now().toString()],
  )
  return somebody
}

test('a form is asked for one more activity, and for one fewer after a question', async () => {
  const trip = await delegation(world)
  const other = await delegation(world, madrid)
  await travel(trip.id)
  const marta = await traveller('Marta Puig', other.id)
  await marta.starts('q_travel')
  marta.doesNotSee('Your flight?')

  await opensActivities(zeynep)
  expect(zeynep.last).toContain('🎯 Barcelona rail delegation')
  expect(lastKeys(zeynep)).toEqual([
    '✕ Detach: Barcelona rail delegation',
    '＋ Madrid delegation',
    '‹ Questionnaire',
  ])
  const add = zeynep.holds('＋ Madrid delegation')
  expect(await zeynep.presses(add)).toBe('Attached')
  expect(zeynep.last).toContain('🎯 Madrid delegation\n   Asked: 0 · filling in: 0 · submitted: 0')
  expect(await zeynep.presses(add)).toContain('attached to this activity already')
  await marta.starts('q_travel')
  marta.sees('Your flight?')

  await zeynep.taps('‹ Questionnaire')
  zeynep.sees('🎯 Madrid delegation')
  await zeynep.taps('Send to')
  await zeynep.taps('Madrid')
  await zeynep.taps('Approved')
  await zeynep.taps('Send')
  await opensActivities(zeynep)
  expect(zeynep.last).toContain('🎯 Madrid delegation\n   Asked: 1 · filling in: 1 · submitted: 0')

  await zeynep.taps('✕ Detach: Madrid delegation')
  expect(zeynep.last).toContain('Asked: 1 · filling in: 1 · submitted: 0')
  expect(zeynep.last).not.toContain('whoever has the link')
  const yes = zeynep.holds('Yes, detach it')
  expect(await zeynep.presses(yes)).toBe('Detached')
  expect(await zeynep.presses(yes)).toContain('no longer attached')
  expect(zeynep.last).not.toContain('🎯 Madrid delegation')
  const waiting = await world.house.database.query(
    'select 1 from questionnaire_requests where next_at is not null',
    [],
  )
  expect(waiting).toEqual([])
  await marta.writes('TK 1853')
  await marta.taps('Submit')
  marta.sees('travel-0001')
})

test('the last one leaves it to whoever has the link, and says so', async () => {
  const trip = await delegation(world)
  await travel(trip.id)
  await opensActivities(zeynep)
  await zeynep.taps('✕ Detach')
  expect(zeynep.last).toContain('whoever has the link can answer it')
  await zeynep.taps('Yes, detach it')
  expect(zeynep.last).toContain('It belongs to no activity')
})

test('what a workbook names is changed in the workbook', async () => {
  const trip = await delegation(world, { details: { logisticsForm: 'travel' } })
  await travel()
  await opensActivities(zeynep)
  expect(zeynep.last).toContain('Named in the activity’s workbook')
  expect(lastKeys(zeynep)).toEqual(['‹ Questionnaire'])
  const [row] = await world.house.database.query<{ id: number }>('select id from questionnaires', [])
  const { id: messageId } = zeynep.shown('Named in')
  const note = await zeynep.presses({ messageId, data: `q.detach:${row?.id}:${trip.id}` })
  expect(note).toContain('workbook names this questionnaire')
})

test('only whoever runs all of its activities attaches and detaches, and only to her own', async () => {
  const trip = await delegation(world)
  const other = await delegation(world, madrid)
  await travel(trip.id)
  const pau = await world.coordinator('Pau Vidal', 'en', 'BCN26')
  await opensActivities(pau)
  expect(lastKeys(pau)).toEqual(['✕ Detach: Barcelona rail delegation', '‹ Questionnaire'])
  const [row] = await world.house.database.query<{ id: number }>('select id from questionnaires', [])
  const messageId = pau.shown('Barcelona').id
  const forged = (data: string) => pau.presses({ messageId, data })
  expect(await forged(`q.attach:${row?.id}:${other.id}`)).toContain('your role does not include')
  expect(await pau.taps('✕ Detach')).toContain('for certain activities only')
  await opensActivities(zeynep)
  await zeynep.taps('＋ Madrid delegation')
  expect(await forged(`q.detach:${row?.id}:${trip.id}`)).toContain('your role does not include')
  const marta = await traveller('Marta Puig', trip.id)
  expect(await marta.presses({ messageId: 1, data: `q.attach:${row?.id}:${other.id}` })).toBeTruthy()
})
