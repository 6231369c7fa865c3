import { afterEach, beforeEach, expect, test } from 'vitest'
import { sheetOf } from '../features/activities/workbook/books.ts'
import { exportsNoted } from '../support/exports-noted.ts'
import type { Person } from '../support/person.ts'
import { barcelona, filesOf, lastWorkbook, sends, sendsBook } from '../support/spreadsheets.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
let zeynep: Person
beforeEach(async () => {
  world = await openWorld()
  zeynep = await world.coordinator('Zeynep Kaya', 'en')
  await sendsBook(zeynep, 'Barcelona.xlsx', barcelona())
  await zeynep.taps('Publish')
})
afterEach(() => world.close())

const programme = async () => {
  const activity = await world.house.rooms.activities.store.byCode('BCN-RAIL')
  return world.house.rooms.itinerary.workbook.read(activity?.id ?? 0)
}

async function opensProgramme(): Promise<void> {
  await zeynep.writes('/desk')
  await zeynep.taps('Barcelona')
  await zeynep.taps('🗓 Programme')
}

test('the programme comes as a file that can be sent back: as it is, it changes nothing', async () => {
  const before = await programme()
  await opensProgramme()
  await zeynep.taps('As a spreadsheet')
  expect(zeynep.last).toContain('the programme as it stands now')
  const file = world.telegram.file(filesOf(zeynep).at(-1)?.fileId ?? '')
  await sends(zeynep, 'programme.xlsx', file?.bytes ?? new Uint8Array())
  zeynep.sees('there is nothing to publish')
  expect(await programme()).toEqual(before)
  expect(await exportsNoted(world)).toEqual(['programme'])
})

test('a line more in its sheet “activity” changes that line and no other', async () => {
  await opensProgramme()
  await zeynep.taps('As a spreadsheet')
  const { sheets } = await lastWorkbook(world, zeynep)
  const lines = [
    ['key', 'value'],
    ['code', 'BCN-RAIL'],
    ['duty_phone', '+90 532 700 10 10'],
    ['title::en', 'Trams to Barcelona'],
  ]
  await sendsBook(zeynep, 'programme.xlsx', {
    sheets: sheets.map((sheet) => (sheet.name === 'activity' ? sheetOf('activity', lines) : sheet)),
  })
  zeynep.sees('2 changes')
  zeynep.sees('→ +905327001010')
  // Of lines that are not in the file nothing is said.
  zeynep.doesNotSee('sheet activity, row')
  await zeynep.taps('Publish')
  expect(await world.house.rooms.activities.store.byCode('BCN-RAIL')).toMatchObject({
    title: { en: 'Trams to Barcelona', tr: 'Barselona raylı sistemler ticaret heyeti' },
    ...{ capacity: 30, startsOn: Temporal.PlainDate.from('2026-12-08') },
  })
})

test('what was changed on the phone is what a file is compared with, and an item not in it is removed by name', async () => {
  const [first] = await programme()
  await opensProgramme()
  await zeynep.taps(first?.title.en ?? '')
  await zeynep.taps('Edit')
  await zeynep.taps('✎ Place')
  await zeynep.writes('Back door')
  await zeynep.taps('Publish')
  await sendsBook(zeynep, 'Barcelona.xlsx', barcelona())
  zeynep.sees('Preview of the changes')
  zeynep.sees('Back door')
  expect((await programme())[0]?.place).toEqual({ en: 'Back door' })
  await zeynep.taps('Publish')
  expect((await programme())[0]?.place).toEqual(first?.place)
})

test('a colleague changes an item on her phone while a preview stands: the file is looked at once more', async () => {
  const elif = await world.coordinator('Elif Demir', 'en')
  const [, second] = await programme()
  const { sheets } = barcelona()
  await sendsBook(zeynep, 'shorter.xlsx', {
    sheets: sheets.map((sheet) =>
      sheet.name === 'itinerary' ? { ...sheet, rows: sheet.rows.slice(0, -1) } : sheet,
    ),
  })
  zeynep.sees('Preview of the changes')
  await elif.writes('/desk')
  await elif.taps('Barcelona')
  await elif.taps('🗓 Programme')
  await elif.taps(second?.title.en ?? '')
  await elif.taps('Cancel the item')
  await elif.taps('Publish')
  await zeynep.taps('Publish')
  expect(await programme()).toHaveLength(33)
  expect((await programme()).find(({ id }) => id === second?.id)?.status).toBe('cancelled')
})
