import { describe, expect, test } from 'vitest'
import { readActivityWorkbook } from '../../../../src/features/activities/domain/workbook/read-activity-workbook.ts'
import {
  activityFile,
  activityTemplate,
} from '../../../../src/features/activities/domain/workbook/template.ts'
import { withItemIds } from '../../../../src/features/activities/domain/workbook/item-ids.ts'
import { firmListTemplate } from '../../../../src/features/people/domain/firm-list/template.ts'
import { readFirmList } from '../../../../src/features/people/domain/firm-list/read-firm-list.ts'
import { readSpreadsheet, writeSpreadsheet } from '../../../../src/platform/spreadsheets/index.ts'
import type { TextKey } from '../../../../src/platform/texts/catalogue.ts'
import { openTexts } from '../../../../src/platform/texts/open-texts.ts'
import { exampleActivityWorkbook } from '../../../../src/sandbox/seed/barcelona.ts'
import { languages, type Language } from '../../../../src/shared/localized-text.ts'
import { recogniseSpreadsheet } from '../../../../src/shared/spreadsheet-kind.ts'
import { cellText } from '../../../../src/shared/spreadsheet.ts'
import { asWorkbook } from '../../../../src/shared/tables/write-table.ts'
import { activitySheet, itemSheet, read, sheetOf } from './books.ts'

const startsOn = Temporal.PlainDate.from('2026-12-10')
const homeTimeZone = 'Europe/Istanbul'
const texts = openTexts()
const explainIn = (language: Language) => (sheet: string, key: string) =>
  texts.words(language).plain(`workbook:columns.${sheet}.${key}` as TextKey)

describe.each(languages)('the template in %s', (language) => {
  const explain = explainIn(language)

  test('is written, read back without an issue or a doubt, and recognised', async () => {
    const bytes = await writeSpreadsheet(activityTemplate({ language, explain, startsOn }))
    const workbook = await readSpreadsheet(bytes)
    const { issues, warnings, ...found } = readActivityWorkbook(workbook, { homeTimeZone })
    expect([...issues, ...warnings]).toEqual([])
    expect(found.activity?.title[language]).toBeTruthy()
    expect(found.itinerary).toHaveLength(4)
    expect(found.participants.map(({ application }) => application)).toEqual(['1', '2'])
    expect([found.documents, found.team, found.faq].map((rows) => rows.length)).toEqual([1, 1, 1])
    expect(recogniseSpreadsheet(workbook)).toBe('activity')
  })

  test('of the firm list as well', async () => {
    const workbook = await readSpreadsheet(await writeSpreadsheet(firmListTemplate({ language, explain })))
    const { rows, issues, warnings } = readFirmList(workbook)
    expect([...issues, ...warnings]).toEqual([])
    expect(rows).toHaveLength(2)
    expect(recogniseSpreadsheet(workbook)).toBe('firm_list')
  })
})

describe('the programme of Barcelona', () => {
  const workbook = exampleActivityWorkbook({ startsOn })
  const { activity, itinerary, issues, warnings, ...rest } = readActivityWorkbook(workbook, { homeTimeZone })

  test('has all its rows and no mistake; only what lies outside the four days is a doubt', () => {
    expect(issues).toEqual([])
    expect(warnings.map(({ code, found }) => [code, found])).toEqual([
      ['W_ITEM_OUTSIDE', '2026-12-09'],
      ['W_AUDIENCE_GROUPS_EMPTY', 'A, B, Steering'],
      ['W_ITEM_OUTSIDE', '2026-12-14'],
    ])
    expect(itinerary).toHaveLength(33)
    expect(rest.documents).toHaveLength(3)
    expect(activity?.applicationsCloseAt?.toString()).toBe('2026-11-26T15:00:00Z')
  })

  test('says everything in four languages', () => {
    for (const { title, startCity } of [...itinerary])
      expect([Object.keys(title).sort(), Object.keys(startCity).sort()]).toEqual([
        languages.toSorted(),
        languages.toSorted(),
      ])
  })

  test('the flights change zones, the coach arrives the next day, two visits are parallel', () => {
    const item = (id: string) => itinerary.find((candidate) => candidate.id === id)
    const minutes = (id: string) =>
      item(id)
        ?.startsAt.until(item(id)?.endsAt ?? expect.fail())
        .total('minutes')
    expect(minutes('flight-out')).toBe(3 * 60 + 55)
    expect(minutes('flight-back')).toBe(3 * 60 + 35)
    expect(item('coach-home')?.endLocal).toBe('2026-12-14T02:00')
    expect(item('component-firm-a')?.startsAt.equals(item('component-firm-b')?.startsAt ?? '')).toBe(true)
  })

  test.each(['2026-03-26', '2026-10-22', '2027-06-01'])('can begin on %s', (day) => {
    const moved = exampleActivityWorkbook({ startsOn: Temporal.PlainDate.from(day) })
    expect(readActivityWorkbook(moved, { homeTimeZone }).issues).toEqual([])
  })
})

describe('ids', () => {
  const rows = sheetOf('itinerary', [
    ['kind', 'date', 'start', 'end', 'title', '# mine'],
    ['# explanation'],
    ['meal', '2026-12-10', '13:00', '14:00', 'Öğle yemeği', 'keep'],
    ['meal', '2026-12-11', '13:00', '14:00', 'Öğle yemeği'],
  ])

  test('are made from the titles, stay the same when an hour moves, and come back in the file', () => {
    const { itinerary } = read([activitySheet(), rows])
    expect(itinerary.map(({ id, isNewId }) => [id, isNewId])).toEqual([
      ['ogle-yemegi', true],
      ['ogle-yemegi-2', true],
    ])
    const filled = withItemIds({ sheets: [activitySheet(), rows] }, itinerary)
    const again = read(filled.sheets)
    expect(again.itinerary.map(({ id, isNewId }) => [id, isNewId])).toEqual([
      ['ogle-yemegi', false],
      ['ogle-yemegi-2', false],
    ])
    expect(filled.sheets[1]?.rows[2]?.cells.map(({ value }) => cellText(value))).toContain('keep')
  })

  test('never take one that somebody has given', () => {
    const sheet = sheetOf('itinerary', [
      ['id', 'kind', 'date', 'start', 'end', 'title'],
      [null, 'visit', '2026-12-10', '09:00', '10:00', 'Cambra'],
      ['cambra', 'visit', '2026-12-11', '09:00', '10:00', 'Other'],
    ])
    expect(read([activitySheet(), sheet]).itinerary.map(({ id }) => id)).toEqual(['cambra-2', 'cambra'])
  })

  test('a file without the need of new ones comes back as it was', () => {
    const workbook = { sheets: [activitySheet(), itemSheet({ id: 'x' })] }
    expect(withItemIds(workbook, read(workbook.sheets).itinerary)).toEqual(workbook)
  })
})

test('her own file comes back with ids, in the same rows, comments and notes included', async () => {
  const rows = sheetOf('Itinerary', [
    ['kind', 'date', 'start', 'end', 'title', '# mine'],
    [],
    ['visit', { date: '2026-12-10' }, { time: '09:30:00' }, '11:00', '=Cambra', 'keep'],
  ])
  const workbook = {
    sheets: [activitySheet(), { ...rows, rows: rows.rows.filter(({ cells }) => cells.length > 0) }],
  }
  const filled = withItemIds(workbook, read(workbook.sheets).itinerary)
  expect(filled.sheets[1]?.rows[1]?.number).toBe(3)
  expect(await readSpreadsheet(await writeSpreadsheet(activityFile(filled)))).toEqual(filled)
})

test('what is written in memory is what a file would say', async () => {
  const sheets = activityTemplate({ language: 'tr', explain: explainIn('tr'), startsOn })
  expect(asWorkbook(sheets)).toEqual(await readSpreadsheet(await writeSpreadsheet(sheets)))
})
