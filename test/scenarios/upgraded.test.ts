import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openDatabase } from '../../src/platform/database.ts'
import { sendsPhoto } from '../support/forms.ts'
import { oldState, upgradedDatabase } from '../support/old-state.ts'
import type { Person } from '../support/person.ts'
import { freshDatabase } from '../support/postgres.ts'
import { publishBarcelona } from '../support/programme.ts'
import { tablesWith } from '../support/search-database.ts'
import { openWorld, type World } from '../support/world.ts'

/**
 * What the release of 26 November 2026, 11:20, has left behind: a delegation whose travel form is under way, a survey
 * without names, a firm's form that a colleague has begun, a form in its second version, applications. The next releases
 * gave forms several activities, rounds and sections.
 */
const state = oldState('0012_questionnaire_requests')

let world: World
const people = new Map<string, Person>()
beforeEach(async () => {
  const now = Temporal.Instant.from(state.now).round('millisecond').toZonedDateTimeISO('Europe/Istanbul')
  world = await openWorld({ database: await upgradedDatabase(state), now: now.toString() })
  for (const [name, language] of [
    ['Zeynep Kaya', 'en'],
    ['Marta Puig', 'en'],
    ['Ole Berg', 'en'],
    ['Ada Lind', 'en'],
    ['Can Demir', 'tr'],
    ['Ece Demir', 'tr'],
    ['Bir Konuk', 'tr'],
    ['İki Konuk', 'tr'],
    ['Üç Konuk', 'tr'],
    ['Ayşe Yılmaz', 'tr'],
    ['Selin Ak', 'tr'],
  ] as const)
    people.set(name, world.person(name, language))
})
afterEach(() => world.close())

/** Somebody from back then, on a phone that shows nothing of it any more. */
async function back(name: string): Promise<Person> {
  const somebody = people.get(name)
  if (!somebody) throw new Error(`${name} was not there`)
  await somebody.starts()
  return somebody
}

async function opens(zeynep: Person, title: string): Promise<void> {
  await zeynep.writes('/desk')
  await zeynep.taps('📝 Questionnaires')
  await zeynep.taps(title)
}

test('a database that has grown has the shape of one that is made today', async () => {
  const today = await freshDatabase()
  const todays = await openWorld({ database: today })
  const shapes = await Promise.all([world, todays].map(({ house }) => house.database.query(shape, [])))
  await todays.close()
  expect(shapes[0]).toEqual(shapes[1])
})

/** Columns, constraints, indexes and views. */
const shape = `
  select 'column' as kind, table_name || '.' || column_name as name,
    concat_ws(' ', data_type, is_nullable, column_default, is_identity, is_generated) as definition
  from information_schema.columns where table_schema = 'public'
  union all select 'constraint', conrelid::regclass || '.' || conname, pg_get_constraintdef(oid) from pg_constraint
  where connamespace = 'public'::regnamespace
  union all select 'index', indexname, indexdef from pg_indexes where schemaname = 'public'
  union all select 'view', viewname, definition from pg_views where schemaname = 'public'
  order by 1, 2`

describe('a delegation’s travel form goes on', () => {
  test('what was begun is where it was, and is handed in', async () => {
    const marta = await back('Marta Puig')
    await marta.writes('/forms')
    await marta.taps('▶ Go on: Arrival')
    expect(marta.last).toContain('A picture of your ticket')
    await sendsPhoto(marta)
    await marta.writes('Fish')
    await marta.taps('✎ 1. Your flight?')
    await marta.writes('LH 124')
    await marta.taps('Submit')
    marta.sees('arrival-0003')
    await marta.writes('/forms')
    await marta.taps('▶ Go on: Fairs')
    await marta.writes('Innotrans')
    await marta.taps('Submit')
    marta.sees('fairs-0002')
  })

  test('changes that were under way are handed in; what was handed in can be changed', async () => {
    const can = await back('Can Demir')
    await can.writes('/forms')
    await can.taps('▶ Devam et: Arrival')
    expect(can.last).toContain('Yemek? Et')
    await can.taps('Değişiklikleri gönder')
    can.sees('arrival-0002')
    const ada = await back('Ada Lind')
    await ada.starts('q_arrival')
    await ada.taps('change them')
    await ada.taps('✎ 3.')
    await ada.writes('Meat')
    await ada.taps('Submit the changes')
    ada.sees('Your changes to')
  })

  test('the desk counts as before, looks at the results, and whoever has not answered is reminded', async () => {
    const zeynep = await back('Zeynep Kaya')
    const ole = await back('Ole Berg')
    await ole.writes('/forms')
    ole.sees('Arrival · Barcelona rail delegation · about 2 min · until 1 December 2026')
    await opens(zeynep, 'Arrival')
    zeynep.sees('Sent to: 8')
    await zeynep.taps('Results')
    zeynep.sees('Asked: 8 · have answered: 2 (25%)')
    await opens(zeynep, 'Arrival')
    await zeynep.taps('Remind the rest')
    await world.clockShows('2026-11-04T09:30[Europe/Istanbul]')
    ole.sees('A reminder')
  })
})

test('a firm’s form that a colleague has begun is finished by another one', async () => {
  const ece = await back('Ece Demir')
  await ece.writes('/forms')
  await ece.taps('▶ Devam et: Needs')
  expect(ece.last).toContain('Kimlerle görüşmek istersiniz?')
  await ece.writes('Metro işletmeleriyle')
  await ece.taps('Gönder')
  ece.sees('needs-0001')
})

test('a survey without names keeps its answers, takes the last one, and shows them once it is closed', async () => {
  const guest = await back('Üç Konuk')
  await guest.writes('/forms')
  await guest.taps('▶ Devam et: Afterwards')
  await guest.writes('Çok uzaktı')
  await guest.taps('Gönder')
  const zeynep = await back('Zeynep Kaya')
  await opens(zeynep, 'Afterwards')
  await zeynep.taps('Close it')
  await zeynep.taps('Yes, close it')
  await zeynep.taps('Results')
  zeynep.sees('6 responses submitted')
})

test('what was said without a name keeps neither the hour nor what was worked out from it', async () => {
  const { database } = world.house
  const said = await database.query<Record<string, unknown>>(
    'select answers, calculated from anonymous_responses order by answers->>$1',
    ['/data/why'],
  )
  expect(said).toEqual(
    [0, 1, 2, 3, 4].map((at) => ({
      answers: { '/data/why': `Because of ${at}`, '/data/again': 'yes' },
      calculated: {},
    })),
  )
  const kept = await database.query(
    `select distinct r.revision from responses r join questionnaires q on q.id = r.questionnaire_id
     where q.is_anonymous and r.state = 'submitted'`,
    [],
  )
  expect(kept).toEqual([{ revision: 0 }])
})

test('neither does what was worked out by way of something else, or is a file', async () => {
  const meta = { kind: 'calculation', row: 9 }
  const nodes = [
    {
      ...{ ...meta, name: 'hour', path: '/data/hour' },
      from: { kind: 'expression', expression: { kind: 'nodes', path: '/data/begun', within: '', where: [] } },
    },
    {
      ...{ ...meta, name: 'late', path: '/data/late' },
      from: {
        kind: 'expression',
        expression: { kind: 'negative', of: { kind: 'nodes', path: '/data/hour' } },
      },
    },
    {
      ...{ ...meta, name: 'marks', path: '/data/marks' },
      from: { kind: 'expression', expression: { kind: 'number', value: 4 } },
    },
    { kind: 'question', row: 9, name: 'photo', path: '/data/photos/photo', type: 'image', isReadOnly: false },
  ]
  const answers = { '/data/why': 'file:1', '/data/photos[2]/photo': 'file:7' }
  const calculated = { '/data/hour': '09', '/data/late': '-9', '/data/marks': '4' }
  const rows = state.rows.map((row) => {
    const { questionnaire_versions: version, anonymous_responses: said } = row
    if (said) return { anonymous_responses: { ...said, answers, calculated } }
    if (version?.['id'] !== 2) return row
    const form = version['form'] as { root: { children: object[] } }
    const root = { ...form.root, children: [...form.root.children, ...nodes] }
    return { questionnaire_versions: { ...version, form: { ...form, root } } }
  })
  const upgraded = await upgradedDatabase({ ...state, rows })
  const database = openDatabase({ url: upgraded.url, connections: 1 })
  expect(await database.query('select distinct answers, calculated from anonymous_responses', [])).toEqual([
    {
      answers: { '/data/why': 'file:1', '/data/photos[2]/photo': 'received' },
      calculated: { '/data/marks': '4' },
    },
  ])
  await database.close()
  await upgraded.drop()
})

test('an application that was under way goes on at its question', async () => {
  const selin = await back('Selin Ak')
  await selin.taps('Başvuruya devam et')
  expect(selin.last).toContain('Firmadaki göreviniz?')
  await selin.writes('İhracat müdürü')
  expect(selin.last).toContain('Cep telefonunuz?')
})

test('whoever was approved back then is told of a programme once, and is no newcomer when something changes', async () => {
  const { database, rooms } = world.house
  const known = await database.query(
    `select a.id from applications a full join known_travellers k on k.application_id = a.id
     where (a.state = 'approved') is distinct from (k.application_id is not null)`,
    [],
  )
  expect(known).toEqual([])
  const ada = await back('Ada Lind')
  await publishBarcelona(world, 1)
  await database.transaction(() => rooms.itinerary.participantsChanged(1, 'all'))
  await world.settle()
  expect(ada.texts.filter((text) => text.includes('is ready'))).toHaveLength(1)
})

test('of whoever is forgotten nothing is left, also of what was answered back then', async () => {
  const { database, rooms } = world.house
  const find = (text: string) => database.query<Record<string, unknown>>(text, [])
  const [ada] = await find("select id from persons where surname = 'Lind'")
  const [file] = await find('select file_id from response_files')
  expect(await tablesWith(world, String(file?.['file_id']))).not.toEqual([])
  await database.transaction(() => rooms.questionnaires.personalData.erase(Number(ada?.['id'])))
  for (const said of ['SK 1', 'Fish', String(file?.['file_id'])])
    expect(await tablesWith(world, said)).toEqual([])
})
