import { afterEach, beforeEach, expect, test } from 'vitest'
import { sealedColumns } from '../../src/commands/command-line/sealed-columns.ts'
import { keyRing } from '../../src/platform/crypto.ts'
import { countByKey, rotateColumn } from '../../src/platform/rotation.ts'
import { delegation, firm } from '../support/delegation.ts'
import { asks, choice, publishes, sends } from '../support/forms.ts'
import { participant } from '../support/participant.ts'
import { filesOf } from '../support/spreadsheets.ts'
import { tablesWith } from '../support/search-database.ts'
import { testKeys } from '../support/test-keys.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
let activityId: number
beforeEach(async () => {
  world = await openWorld()
  const trip = await delegation(world, { details: { logisticsForm: 'travel' } })
  activityId = trip.id
  await firm(world)
})
afterEach(() => world.close())

const query = (text: string, parameters: unknown[] = []) =>
  world.house.database.query<Record<string, unknown>>(text, parameters)

const travel = {
  survey: [
    asks('select_one passport_type', 'passport_type', 'Pasaport?', 'Which passport?'),
    asks('select_multiple meals', 'meals', 'Yemek?', 'Meals?'),
    asks('text', 'emergency_name', 'Kim aransın?', 'Whom to call?'),
    { type: 'calculate', name: 'greeting', calculation: "concat('call ', ${emergency_name})" },
  ],
  choices: [
    choice('passport_type', 'ordinary', 'Bordo', 'Ordinary'),
    choice('meals', 'vegan', 'Vegan', 'Vegan meals'),
    choice('meals', 'any', 'Hepsi', 'Any menu'),
  ],
  settings: { form_id: 'travel', form_title: 'Travel details', heyet_purpose: 'logistics' },
}

async function tells(name: string): Promise<{ personId: number; somebody: ReturnType<World['person']> }> {
  const told = await participant(world, activityId, name)
  await told.somebody.starts('q_travel')
  await told.somebody.taps('Ordinary')
  await told.somebody.taps('Vegan meals')
  await told.somebody.taps('Done')
  await told.somebody.writes('Montserrat Riba')
  return told
}

/** Room and flights as a coordinator's list says them. */
const lists = (applicationId: number, flightOut: string | null) =>
  world.house.database.transaction(() =>
    world.house.rooms.activities.participants.save([
      {
        applicationId,
        details: {
          ...{ role: null, side: null, bus: '2', hotel: 'Eixample', interpreter: null, groups: [] },
          ...{ room: '412-B', roommate: 'Pau Vila', flightOut, flightBack: null },
        },
      },
    ]),
  )

const secrets = ['Montserrat Riba', '412-B', 'Pau Vila', 'TK1853', 'call Mont']
const standsIn = async () => (await Promise.all(secrets.map((said) => tablesWith(world, said)))).flat()

test('what is told for a journey stands nowhere in clear, and everywhere people look it is as they said it', async () => {
  await publishes(world, travel)
  const zeynep = await world.coordinator('Zeynep Kaya', 'en')
  const { somebody, personId } = await tells('Marta Puig')
  // Her summary says what she has told, and she can change it.
  somebody.sees('Montserrat Riba')
  somebody.sees('Vegan meals')
  await somebody.taps('Submit')
  await lists(1, 'TK1853')
  expect(await standsIn()).toEqual([])
  const said = await query(`select value from answers where left(value, 1) <> chr(1)`)
  expect(said).toEqual([])

  const { activities, questionnaires, broadcasts: _broadcasts } = world.house.rooms
  const told = await questionnaires.told(activityId, ['emergency_name', 'greeting'])
  expect(JSON.stringify([...told.values()].map((facts) => [...facts.values()]))).toContain('Montserrat Riba')
  const [traveller] = await activities.travellers.of(activityId)
  expect(traveller).toMatchObject({
    room: '412-B',
    roommate: 'Pau Vila',
    flightOut: 'TK1853',
    flightRevision: 1,
  })
  // The same list again is no other flight; another flight is.
  await lists(1, 'TK1853')
  expect((await activities.travellers.of(activityId))[0]?.flightRevision).toBe(1)
  await lists(1, 'IB3717')
  expect((await activities.travellers.of(activityId))[0]?.flightRevision).toBe(2)
  // Her copy of her data has it in words.
  const copies = await Promise.all(world.house.rooms.personalData().map((room) => room.show(personId)))
  const copy = JSON.stringify(copies.map(({ rows }) => rows))
  for (const word of ['Montserrat Riba', '412-B', 'IB3717', 'vegan']) expect(copy).toContain(word)
  expect(copy).not.toContain('v1.')
  // A coordinator counts the menus in the results.
  await zeynep.writes('/desk')
  expect(zeynep.last).not.toContain('\u0001')
})

test('what a former version has left in clear is sealed by the clean-up, and keys can be changed', async () => {
  await publishes(world, travel)
  const { somebody } = await tells('Marta Puig')
  await somebody.taps('Submit')
  // As a former version wrote it.
  await query(`update answers set value = 'Montserrat Riba' where path like '%emergency_name'`)
  await query(`update responses set calculated = '{"/data/greeting": "call Mont", "/data/empty": ""}'`)
  await query(`insert into participant_details (application_id, room, roommate, flight_out, updated_at)
    values (1, '412-B', 'Pau Vila', 'TK1853', now())`)
  const [clear] = await world.house.rooms.activities.travellers.of(activityId)
  expect(clear).toMatchObject({ room: '412-B', flightOut: 'TK1853' })
  await world.clockShows('2026-11-04T09:00[Europe/Istanbul]')
  expect(await standsIn()).toEqual([])

  const { database } = world.house
  const newest = { id: 'k9', key: Buffer.alloc(32, 9) }
  const ring = keyRing([newest, ...testKeys('a').keys])
  for (const column of sealedColumns) expect((await rotateColumn(database, ring, column)).unopened).toBe(0)
  expect([...(await countByKey(database.query, sealedColumns)).keys()]).toEqual(['k9'])
  const [row] = await query(`select value from answers where path like '%emergency_name'`)
  const alone = keyRing([newest])
  expect(alone.open(String(row?.['value']).slice(1), 'answers.value')).toBe('Montserrat Riba')

  // Whatever is sealed stands in the list of what is sealed.
  const columns = await query(`select table_name || '.' || column_name as name, table_name, column_name
    from information_schema.columns where table_schema = 'public' and data_type in ('text', 'jsonb')`)
  const sealed = []
  for (const { name, table_name: table, column_name: column } of columns) {
    const [found] = await query(
      `select 1 from ${String(table)} where position('v1.k' in ${String(column)}::text) > 0 limit 1`,
    )
    if (found) sealed.push(name)
  }
  expect(sealed.sort()).toEqual([
    'answers.value',
    'participant_details.flight_out',
    'participant_details.room',
    'participant_details.roommate',
    'responses.calculated',
  ])
})

const about = { row: 2, application: null, firm: null, phone: null, email: null, role: null, side: null }
/** A row of the list of participants that finds nobody. */
const waitingRow = (name: string, more: object) => ({
  ...{ ...about, name, bus: null, hotel: null, room: null, roommate: null, interpreter: null, groups: [] },
  ...{ groupCells: [], columns: [], flightOut: null, flightBack: null, ...more },
})

const visa = {
  ...{ row: 2, code: 'visa', title: { en: 'Visa' }, appliesIf: null, isMandatory: true, dueOn: null },
  ...{ proof: 'file', rule: null, ruleSource: null, ruleCheckedOn: null },
}

test('neither do rows that wait for somebody, why a document was sent back, and the names of files', async () => {
  const { activities } = world.house.rooms
  await activities.store.saveSheet(activityId, 'documents', [visa])
  await publishes(world, {
    survey: [asks('file', 'scan', 'Tarama?', 'A scan?')],
    settings: { form_id: 'scan', form_title: 'Scan' },
  })
  const zeynep = await world.coordinator('Zeynep Kaya', 'en')
  const { somebody: marta, personId } = await participant(world, activityId, 'Marta Puig')
  await world.house.database.transaction(() =>
    activities.participants.keepWaiting(activityId, [
      waitingRow('Jordi Vila', { room: '412-B', roommate: 'Marta Puig', flightOut: 'TK1853' }),
    ]),
  )
  await marta.starts()
  await marta.taps('📄 My documents')
  await marta.taps('🟡 Visa')
  await marta.taps('📎 Send it')
  await sends(marta, 'document', 'U87654321.pdf', 'application/pdf')
  await marta.starts('q_scan')
  await sends(marta, 'document', 'U87654321.pdf', 'application/pdf')
  await zeynep.writes('/desk')
  await zeynep.taps('Documents to check: 1')
  await zeynep.taps('Marta Puig')
  await zeynep.taps('Visa')
  await zeynep.taps('↩️ Send back')
  await zeynep.writes('U87654321 expires in May')
  marta.sees('U87654321 expires in May')
  await zeynep.taps('📎 Show the file')
  expect(filesOf(zeynep).at(-1)?.name).toBe('U87654321.pdf')
  const stand = async () =>
    (await Promise.all(['412-B', 'TK1853', 'U87654321'].map((said) => tablesWith(world, said)))).flat()
  await world.settle()
  expect(await stand()).toEqual([])
  expect(await activities.participants.waiting(activityId)).toMatchObject([
    { room: '412-B', flightOut: 'TK1853' },
  ])
  const copies = await Promise.all(world.house.rooms.personalData().map((room) => room.show(personId)))
  expect(JSON.stringify(copies.map(({ rows }) => rows))).toContain('U87654321 expires in May')

  // As a former version has left it.
  await query(`update document_states set reason = 'U87654321 expires in May'`)
  await query(`update document_files set name = 'U87654321.pdf'`)
  await query(`update response_files set name = 'U87654321.pdf'`)
  await query(
    `update activity_sheets set rows = jsonb_set(rows, '{0,room}', '"412-B"') where sheet = 'participants'`,
  )
  await world.clockShows('2026-11-04T09:00[Europe/Istanbul]')
  expect(await stand()).toEqual([])

  const { database } = world.house
  const ring = keyRing([{ id: 'k9', key: Buffer.alloc(32, 9) }, ...testKeys('a').keys])
  for (const column of sealedColumns) expect((await rotateColumn(database, ring, column)).unopened).toBe(0)
  expect([...(await countByKey(database.query, sealedColumns)).keys()]).toEqual(['k9'])

  // Whoever is erased shares nobody's room any more, and the row stays.
  await query(`update activity_sheets set rows = jsonb_set(rows, '{0,roommate}', '"Marta Puig"')
    where sheet = 'participants'`)
  const activitiesData = world.house.rooms
    .personalData()
    .find(({ tables }) => tables.includes('activity_sheets'))
  await database.transaction(async () => activitiesData?.erase(personId))
  expect(
    await query(`select rows -> 0 ->> 'roommate' as mate, jsonb_array_length(rows) as rows
    from activity_sheets where sheet = 'participants'`),
  ).toEqual([{ mate: null, rows: 1 }])
})

test('a form that only the workbook names for the journey is sealed by the clean-up', async () => {
  await publishes(world, { ...travel, settings: { ...travel.settings, heyet_purpose: 'survey' } })
  const { somebody } = await tells('Marta Puig')
  await somebody.taps('Submit')
  expect((await tablesWith(world, 'Montserrat Riba')).length).toBeGreaterThan(0)
  await world.clockShows('2026-11-04T09:00[Europe/Istanbul]')
  expect(await tablesWith(world, 'Montserrat Riba')).toEqual([])
  await somebody.writes('/forms')
  await somebody.taps('Travel details')
  somebody.sees('Montserrat Riba')
})
