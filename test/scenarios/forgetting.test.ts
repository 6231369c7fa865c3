import { afterEach, beforeEach, expect, test } from 'vitest'
import { retention } from '../../src/features/people/domain/retention.ts'
import { delegation, firm } from '../support/delegation.ts'
import { asks, choice, publishes } from '../support/forms.ts'
import { participant } from '../support/participant.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
beforeEach(async () => {
  world = await openWorld()
})
afterEach(() => world.close())

const query = (text: string, parameters: unknown[] = []) =>
  world.house.database.query<Record<string, unknown>>(text, parameters)

/** The questions of a journey under the names of the finished form, one for each field of the table. */
const travel = {
  survey: [
    asks('select_one passport_type', 'passport_type', 'Pasaport?', 'Which passport?'),
    asks('text', 'meals', 'Yemek?', 'Meals?'),
    asks('text', 'assistance', 'Destek?', 'Assistance?'),
    asks('text', 'emergency_name', 'Kim aransın?', 'Whom to call?'),
    asks('text', 'own_flight', 'Uçuş?', 'Which flight?'),
  ],
  choices: [choice('passport_type', 'ordinary', 'Bordo', 'Ordinary')],
  settings: { form_id: 'travel', form_title: 'Travel details', heyet_purpose: 'logistics' },
}

/** A trip of which somebody has told a word of their own for every field. */
async function journeyOf(name: string, language: 'tr' | 'en', timeZone: string) {
  const { id: activityId } = await delegation(world, { timeZone, details: { logisticsForm: 'travel' } })
  await firm(world)
  await publishes(world, travel)
  const { somebody } = await participant(world, activityId, name, { language })
  await somebody.starts('q_travel')
  await somebody.taps(language === 'tr' ? 'Bordo' : 'Ordinary')
  for (const word of ['w_meals', 'w_help', 'w_emergency', 'w_form']) await somebody.writes(word)
  await somebody.taps(language === 'tr' ? 'Gönder' : 'Submit')
  await query(`insert into participant_details (application_id, bus, hotel, room, roommate, flight_out, updated_at)
    select id, '2', 'w_hotel', '412', 'Pau Vila', 'w_flight', now() from applications`)
  await query(`insert into document_states (application_id, code, state, reason, changed_at)
    select id, 'visa', 'sent_back', 'w_reason', now() from applications`)
  await query(`insert into document_files (application_id, code, file_id, kind, name, received_at)
    select id, 'visa', 'w_file', 'photo', 'x.jpg', now() from applications`)
  await query(`insert into activity_sheets (activity_id, sheet, rows)
    select id, 'participants', '[{"name": "w_unknown"}]' from activities`)
  return somebody
}

/** What tells that a field is still there: a word of the story above, or the question of an answer, which is sealed. */
const words: Record<keyof typeof retention, string[]> = {
  meals: ['/data/meals'],
  assistance: ['/data/assistance'],
  emergencyContact: ['/data/emergency_name'],
  travelForm: ['/data/own_flight'],
  lodging: ['w_hotel', 'Pau Vila'],
  flights: ['w_flight'],
  documents: ['w_reason', 'w_file'],
  unknownRows: ['w_unknown'],
}

/** The fields of which something is still in any table. */
async function kept(): Promise<string[]> {
  const tables = await query(
    `select table_name as name from information_schema.tables where table_schema = 'public'`,
  )
  const all = tables.map(({ name }) => `select string_agg(t::text, ' ') as rows from ${String(name)} t`)
  const dump = JSON.stringify(await query(all.join(' union all ')))
  const answered = JSON.stringify(await query('select path from answers'))
  const isThere = (word: string) => (word.startsWith('/') ? answered : dump).includes(word)
  return Object.entries(words).flatMap(([field, said]) => (said.some(isThere) ? [field] : []))
}

/** The fields that are kept so many days or longer. */
const atLeast = (days: number) =>
  Object.entries(retention).flatMap(([field, daysAfter]) => (daysAfter >= days ? [field] : []))

/** The round as it is made at a moment: `world.clockShows` would live through every day before it. */
async function morningOf(day: string): Promise<void> {
  const now = Temporal.ZonedDateTime.from(`${day}T10:00[Europe/Istanbul]`).toInstant()
  await world.house.database.transaction(async () => {
    for (const step of world.house.rooms.people.forgetInTime) expect(await step(now)).toBe(false)
  })
  await world.settle()
}

// The delegation ends on 13 December 2026.
test('each field goes when the table says so, and whoever told it hears once what has gone', async () => {
  const ayse = await journeyOf('Ayşe Yılmaz', 'tr', 'Europe/Madrid')
  await morningOf('2026-12-19')
  expect(await kept()).toEqual(Object.keys(retention))
  await morningOf('2026-12-20')
  expect(await kept()).toEqual(atLeast(30))
  await morningOf('2027-01-11')
  expect(await kept()).toEqual(atLeast(30))
  await morningOf('2027-01-13')
  expect(await kept()).toEqual([])

  const told = ayse.texts.filter((text) => text.includes('söz verdiğimiz gibi'))
  expect(told).toHaveLength(2)
  expect(told[0]).toContain('yemek tercihleriniz, destek ihtiyacınız ve acil durumda aranacak kişi')
  expect(told[1]).toContain('Barselona Raylı Sistemler Heyeti')
  expect(told[1]).toContain('uçuşlarınız')
  expect(told[1]).not.toContain('liste satırları')

  // That she took part and answered, and how her visa stood, is on record.
  const [left] =
    await query(`select (select bus from participant_details) as bus, (select state from document_states),
    (select count(*)::int from responses where state = 'submitted') as responses`)
  expect(left).toEqual({ bus: '2', state: 'sent_back', responses: 1 })
  // What comes in late goes the next day.
  await query(`update participant_details set room = '9'`)
  await morningOf('2027-01-14')
  expect(await query('select room from participant_details')).toEqual([{ room: null }])
})

test('the days are counted where the journey led', async () => {
  await journeyOf('Emma Wilson', 'en', 'Pacific/Honolulu')
  // Ten in the morning of the thirtieth day in Istanbul is still the twenty-ninth in Honolulu.
  await morningOf('2027-01-12')
  expect(await kept()).toEqual(atLeast(30))
  await morningOf('2027-01-13')
  expect(await kept()).toEqual([])
})
