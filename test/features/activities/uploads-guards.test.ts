import { afterEach, beforeEach, expect, test } from 'vitest'
import { barcelona, excel, filesOf, sendsBook, withCells } from '../../support/spreadsheets.ts'
import { until } from '../../support/until.ts'
import { openWorld, type World } from '../../support/world.ts'
import { bookWith, sheetXml } from '../../platform/spreadsheets/xlsx-parts.ts'

let world: World
beforeEach(async () => {
  world = await openWorld()
})
afterEach(() => world.close())

const rooms = () => world.house.rooms.activities
const published = async () => {
  const activity = await rooms().store.byCode('BCN-RAIL')
  return activity && { activity, sheets: await rooms().store.sheetsOf(activity.id) }
}

test('a file that is hostile is refused, and meanwhile others are answered', async () => {
  const zeynep = await world.coordinator('Zeynep Kaya', 'en')
  const ayse = world.person('Ayşe Yılmaz', 'en')
  const bomb = bookWith(sheetXml('<row><c t="str"><v>a</v></c></row>'.repeat(2_000_000)))
  zeynep.phone.sendFile({ kind: 'document', name: 'bomb.xlsx', mimeType: excel, bytes: bomb })
  await until('she is told that it is being read', () => zeynep.last.includes('I am reading it'))
  ayse.phone.start({})
  await until('somebody else is answered', () => ayse.texts.length > 0)
  zeynep.doesNotSee('nothing has been changed')
  await world.settle()
  zeynep.sees('could not be read; nothing has been changed')
  zeynep.sees('E_FILE_TOO_LARGE')
})

test('publishing twice is publishing once', async () => {
  const zeynep = await world.coordinator('Zeynep Kaya', 'en')
  await sendsBook(zeynep, 'Barcelona.xlsx', barcelona())
  const publish = zeynep.holds('Publish')
  const notes = await Promise.all([zeynep.presses(publish), zeynep.presses(publish)])
  expect(notes.filter((note) => note === 'This has been published already.')).toHaveLength(1)
  expect(zeynep.texts.filter((text) => text.includes('is published.'))).toHaveLength(1)
})

test('a preview of a kind that this version does not know says so at the tap', async () => {
  const zeynep = await world.coordinator('Zeynep Kaya', 'en')
  await sendsBook(zeynep, 'Barcelona.xlsx', barcelona())
  await world.house.database.sql`update uploads set sealed = null, content = ${'{"kind":"survey"}'}::jsonb`
  expect(await zeynep.taps('Publish')).toContain('This button')
})

test('a preview that a colleague has overtaken is shown again, not published', async () => {
  const [zeynep, elif] = [
    await world.coordinator('Zeynep Kaya', 'en'),
    await world.coordinator('Elif Demir', 'en'),
  ]
  await sendsBook(zeynep, 'mine.xlsx', barcelona())
  const smaller = withCells(barcelona(), [{ sheet: 'activity', row: 'capacity', column: 'value', value: 20 }])
  await sendsBook(elif, 'hers.xlsx', smaller)
  await Promise.all([zeynep.taps('Publish'), elif.taps('Publish')])
  const slower = zeynep.texts.join().includes('is published.') ? elif : zeynep
  slower.sees('– Seats: ')
  expect(slower.notes.join()).toContain('Somebody has changed this activity')
  await slower.taps('Publish')
  slower.sees('is up to date')
})

test('what a role does not include is not published, and files of others stay closed', async () => {
  const partner = await world.coordinator('Marta Puig', 'en', 'OTHER-1')
  await sendsBook(partner, 'Barcelona.xlsx', barcelona())
  partner.sees('Your role does not include the activity')
  expect(partner.buttons).not.toContain('✅ Publish')

  const zeynep = await world.coordinator('Zeynep Kaya', 'en')
  await sendsBook(zeynep, 'Barcelona.xlsx', barcelona())
  expect(await partner.presses(zeynep.holds('Publish'))).toContain('no longer')
  const [grant] = (await world.house.rooms.people.roles.all()).slice(-1)
  await world.house.rooms.people.roles.revoke(grant?.id ?? 0)
  expect(await zeynep.taps('Publish')).toContain('Your role does not include')
  expect(await published()).toBeUndefined()

  const ayse = world.person('Ayşe Yılmaz', 'en')
  await ayse.starts()
  await sendsBook(ayse, 'Barcelona.xlsx', barcelona())
  ayse.sees('I have neither downloaded')
  expect(filesOf(ayse)).toEqual([])
})

test('a file that waits for its tap goes after 14 days; discarding is for good', async () => {
  const zeynep = await world.coordinator('Zeynep Kaya', 'en')
  await sendsBook(zeynep, 'Barcelona.xlsx', barcelona())
  const publish = zeynep.holds('Publish')
  await zeynep.taps('Discard')
  zeynep.sees('Nothing has been changed.')
  expect(await zeynep.presses(publish)).toContain('has been discarded')
  await world.clockShows('2026-11-18T09:00[Europe/Istanbul]')
  expect(await world.house.database.query('select id from uploads', [])).toEqual([])
})

test('a spreadsheet is no answer to an open question', async () => {
  const zeynep = await world.coordinator('Zeynep Kaya', 'en')
  await sendsBook(zeynep, 'Barcelona.xlsx', barcelona())
  await zeynep.taps('Publish')
  await zeynep.starts('t_BCN-RAIL')
  await zeynep.taps('Apply')
  await sendsBook(zeynep, 'Barcelona.xlsx', barcelona())
  zeynep.sees('there is nothing to publish')
})
