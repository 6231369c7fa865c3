import { strToU8 } from 'fflate'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { barcelona, filesOf, lastTable, sends, sendsBook, withCells } from '../../support/spreadsheets.ts'
import { openWorld, type World } from '../../support/world.ts'
import { sheetOf } from './workbook/books.ts'

let world: World
beforeEach(async () => {
  world = await openWorld()
})
afterEach(() => world.close())

const rooms = () => world.house.rooms.activities
const published = async () => {
  const activity = await rooms().store.byCode('BCN-RAIL')
  if (!activity) return undefined
  const programme = await world.house.rooms.itinerary.workbook.read(activity.id)
  return { activity, sheets: await rooms().store.sheetsOf(activity.id), programme }
}

test('a good file: nothing before the tap, everything after it', async () => {
  const zeynep = await world.coordinator('Zeynep Kaya', 'en')
  await sendsBook(zeynep, 'Barcelona.xlsx', barcelona())
  zeynep.sees('Preview of a new activity')
  zeynep.sees('8–11 December 2026')
  zeynep.sees('Programme items: 33')
  zeynep.sees('Seats: 30')
  zeynep.sees('(Tuesday 24 November 2026, 18:00)')
  expect(await published()).toBeUndefined()

  await zeynep.taps('Publish')
  zeynep.sees('https://t.me/heyet_bot?start=t_BCN-RAIL')
  const kept = await published()
  expect(kept?.activity).toMatchObject({ capacity: 30, perFirm: 2, state: 'published' })
  expect(kept?.activity.details).toMatchObject({ minimum: 12, funding: 'eu', dutyPhone: '+905320000000' })
  expect(kept?.programme).toHaveLength(33)
  expect(Object.keys(kept?.sheets ?? {}).sort()).toEqual(['documents', 'faq', 'team'])
  const [upload] = await world.house.database.query<Record<string, unknown>>('select * from uploads', [])
  expect(upload).toMatchObject({ state: 'published', content: null, file_id: null, file_name: null })

  await zeynep.taps('To the activity')
  zeynep.sees('New: 0')
})

test('sent again: the same says nothing to publish, changes are shown old and new', async () => {
  const zeynep = await world.coordinator('Zeynep Kaya', 'en')
  await sendsBook(zeynep, 'Barcelona.xlsx', barcelona())
  await zeynep.taps('Publish')
  await world.house.database.query(
    `update activities set details = details || '{"postponedFrom":{"startsOn":"2026-12-01"}}'`,
    [],
  )
  await sendsBook(zeynep, 'Barcelona.xlsx', barcelona())
  zeynep.sees('there is nothing to publish')

  const changed = withCells(barcelona(), [
    { sheet: 'activity', row: 'capacity', column: 'value', value: 24 },
    { sheet: 'itinerary', row: 2, column: 'title::en', value: 'Check-in & coffee' },
  ])
  await sendsBook(zeynep, 'Barcelona.xlsx', changed)
  zeynep.sees('Preview of the changes')
  zeynep.sees('2 changes')
  zeynep.sees('Seats: 30 → 24')
  zeynep.sees('→ Check-in & coffee')
  await zeynep.taps('Publish')
  expect((await published())?.activity.capacity).toBe(24)
})

test('a preview says first that nobody will see it: its applications are closed, or it has begun', async () => {
  const zeynep = await world.coordinator('Zeynep Kaya', 'en')
  await world.clockShows('2026-11-25T09:00[Europe/Istanbul]')
  await sendsBook(zeynep, 'Barcelona.xlsx', barcelona())
  zeynep.sees('Nothing is published yet.\n\n⚠️ Applications are closed: nobody can see it in /trips.')
  await world.clockShows('2026-12-08T12:00[Europe/Istanbul]')
  await sendsBook(zeynep, 'Barcelona.xlsx', barcelona())
  zeynep.sees('Nothing is published yet.\n\n⚠️ Its first day is today or past')
})

test('a sheet that is not in the file stays; a long list of changes comes as a file', async () => {
  const zeynep = await world.coordinator('Zeynep Kaya', 'en')
  await sendsBook(zeynep, 'Barcelona.xlsx', barcelona())
  await zeynep.taps('Publish')
  const { sheets } = barcelona()
  await sendsBook(zeynep, 'only.xlsx', {
    sheets: [
      ...sheets.filter(({ name }) => name === 'activity'),
      ...sheets
        .filter(({ name }) => name === 'itinerary')
        .map((sheet) => ({ ...sheet, rows: sheet.rows.slice(0, 3) })),
    ],
  })
  zeynep.sees('31 changes')
  zeynep.sees('and 19 more, in the file below')
  const rows = await lastTable(world, zeynep, 'Changes')
  expect(new Set(rows.map(({ Name }) => Name)).size).toBeGreaterThan(25)
  await zeynep.taps('Publish')
  const kept = await published()
  expect(kept?.programme).toHaveLength(2)
  expect(kept?.sheets['faq']?.length).toBeGreaterThan(0)
})

test('items without an id: the file comes back with ids, and they stay', async () => {
  const zeynep = await world.coordinator('Zeynep Kaya', 'en')
  const workbook = withCells(barcelona(), [{ sheet: 'itinerary', row: 3, column: 'id', value: null }])
  await sendsBook(zeynep, 'Barcelona.xlsx', workbook)
  await zeynep.taps('Publish')
  zeynep.sees('now have their ids')
  const [, second] = await lastTable(world, zeynep, 'itinerary')
  expect(second?.['id']).toMatch(/^[a-z0-9-]+$/)
  expect((await published())?.programme).toContainEqual(expect.objectContaining({ id: second?.['id'] }))
})

test('thirty mistakes are said at once: a dozen in the message, all in a file, nothing changed', async () => {
  const zeynep = await world.coordinator('Zeynep Kaya', 'en')
  const wrong = Array.from({ length: 30 }, (_, index) => ({
    sheet: 'itinerary',
    row: index + 2,
    column: 'date',
    value: `<b>05/06/2${index}`,
  }))
  await sendsBook(zeynep, 'Barcelona.xlsx', withCells(barcelona(), wrong))
  zeynep.sees('30 mistakes. Nothing has been changed.')
  zeynep.sees('Sheet itinerary, row 2, column')
  zeynep.sees('18 more are in the file below')
  zeynep.sees('<b>05/06/20')
  expect(await lastTable(world, zeynep)).toHaveLength(30)
  expect(zeynep.buttons).not.toContain('✅ Publish')
})

test('a file of another kind is named, with the way to the templates', async () => {
  const zeynep = await world.coordinator('Zeynep Kaya', 'tr')
  await sendsBook(zeynep, 'anket.xlsx', {
    sheets: [
      sheetOf('liste', [
        ['type', 'name', 'label'],
        ['text', 'a', 'A'],
      ]),
    ],
  })
  zeynep.sees('bir faaliyet çalışma kitabı, firma listesi ya da anket değil')
  zeynep.sees('“liste” sayfası: type, name, label')
  zeynep.sees('/desk')
  await sendsBook(zeynep, 'x.xlsx', {
    sheets: [
      sheetOf('Sayfa<1>', [
        ['ad', 'soyad'],
        ['a', 'b'],
      ]),
    ],
  })
  zeynep.sees('“Sayfa<1>” sayfası: ad, soyad')
  await sends(zeynep, 'liste.csv', strToU8('firm;country\nYıldız;TR\n'), 'text/csv')
  zeynep.sees('“Excel Çalışma Kitabı (.xlsx)”')
})

test('fewer seats than approved people: a warning, and nobody loses theirs', async () => {
  const zeynep = await world.coordinator('Zeynep Kaya', 'en')
  await sendsBook(zeynep, 'Barcelona.xlsx', barcelona())
  await zeynep.taps('Publish')
  const activity = (await published())?.activity
  for (const name of ['A', 'B']) await approve(activity?.id ?? 0, name)
  const smaller = withCells(barcelona(), [{ sheet: 'activity', row: 'capacity', column: 'value', value: 1 }])
  await sendsBook(
    zeynep,
    'Barcelona.xlsx',
    withCells(smaller, [
      { sheet: 'activity', row: 'minimum', column: 'value', value: 1 },
      { sheet: 'activity', row: 'per_firm', column: 'value', value: 1 },
      { sheet: 'activity', row: 'supported_per_firm', column: 'value', value: 1 },
    ]),
  )
  zeynep.sees('Seats: 1; 2 people are already approved')
})

test('the templates come in her language and read back as what they are', async () => {
  const zeynep = await world.coordinator('Zeynep Kaya', 'fr')
  await zeynep.writes('/desk')
  await zeynep.taps('Modèles vides')
  await zeynep.taps('Classeur d’activité')
  await zeynep.taps('Liste des entreprises')
  expect(filesOf(zeynep).map(({ name }) => name)).toEqual([
    'heyet-activite.xlsx',
    'heyet-liste-des-entreprises.xlsx',
  ])
  const [note] = await lastTable(world, zeynep, 'firms')
  expect(Object.values(note ?? {})[0]).toMatch(/^# /)
})

async function approve(activityId: number, name: string): Promise<void> {
  const { people } = world.house.rooms
  const personId = await people.persons.create({ givenNames: name, surname: name })
  const now = world.clock.now().toString()
  await world.house.database.query(
    `insert into applications (activity_id, person_id, state, number, created_at, updated_at, submitted_at)
     values ($1, $2, 'approved', (select count(*) + 1 from applications), $3, $3, $3)`,
    [activityId, personId, now],
  )
}
