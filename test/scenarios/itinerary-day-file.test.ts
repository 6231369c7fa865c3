import { afterEach, beforeEach, expect, test } from 'vitest'
import { cellText, type Workbook } from '../../src/shared/spreadsheet.ts'
import { exportsNoted } from '../support/exports-noted.ts'
import { delegation } from '../support/delegation.ts'
import type { Person } from '../support/person.ts'
import { publishBarcelona, traveller } from '../support/programme.ts'
import { filesOf, lastWorkbook } from '../support/spreadsheets.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
let barcelona: number
let zeynep: Person
let claire: Person
beforeEach(async () => {
  world = await openWorld({ now: '2026-12-11T13:00:00+01:00[Europe/Madrid]' })
  barcelona = (await delegation(world)).id
  zeynep = await world.coordinator('Zeynep Kaya', 'tr')
  claire = await world.coordinator('Claire Petit', 'fr')
  await traveller(world, barcelona, 'Marta Puig', { bus: '2' })
  const jordi = await traveller(world, barcelona, 'Jordi Vila', { bus: '1' })
  await world.house.database.query(
    `update persons set phone = '+34600111222' where given_names = 'Jordi'`,
    [],
  )
  await world.house.database.query(
    `update participant_details set hotel = 'Hotel Eixample', room = '12' where application_id = ${jordi.applicationId}`,
    [],
  )
  const team = [
    {
      ...{ row: 2, name: 'Elif Demir', role: 'Rehber', phone: '+905321112233', languages: ['tr', 'es'] },
      ...{ bus: '1', onDutyFrom: null, onDutyTo: null },
    },
  ]
  await world.house.database.query(
    `insert into activity_sheets (activity_id, sheet, rows) values (${barcelona}, 'team', $1::jsonb)`,
    [JSON.stringify(team)],
  )
  await publishBarcelona(world, barcelona)
})
afterEach(() => world.close())

const madrid = (moment: string) => world.clockShows(`2026-12-${moment}[Europe/Madrid]`)
const rowsOf = ({ sheets }: Workbook, name: string) =>
  (sheets.find((sheet) => sheet.name === name)?.rows ?? [])
    .map(({ cells }) => cells.map(({ value }) => cellText(value)))
    // Above them stands what this is, and of which day.
    .filter(({ length }) => length > 1)

test('at six in the evening tomorrow comes on paper, once, in the language of each coordinator', async () => {
  await madrid('11T17:59')
  expect(filesOf(zeynep)).toEqual([])
  await madrid('11T18:00')
  expect(filesOf(zeynep)).toHaveLength(1)
  const book = await lastWorkbook(world, zeynep)
  expect(book.sheets.map(({ name }) => name)).toEqual(['Program', 'Yoklama', 'Odalar', 'Görevliler'])
  expect(rowsOf(book, 'Program')[1]?.slice(0, 2)).toEqual(['08:30-09:15', 'Barselona'])
  expect(book.sheets.map(({ rows }) => rows.slice(0, 2).map(({ cells }) => cells[0]?.value))).toEqual(
    book.sheets.map(() => ['Barselona Raylı Sistemler Heyeti', '12 Aralık 2026 Cumartesi']),
  )
  const [head, first, second] = rowsOf(book, 'Yoklama')
  expect(head?.slice(0, 4)).toEqual(['Otobüs', 'Ad soyad', 'Telefon', 'Firma'])
  expect(first?.slice(0, 4)).toEqual(['1', 'Jordi Vila', '+34 600 11 12 22', '☐'])
  expect(second?.slice(0, 2)).toEqual(['2', 'Marta Puig'])
  expect(rowsOf(book, 'Odalar')[1]).toEqual(['Hotel Eixample', '12', 'Jordi Vila', '+34 600 11 12 22'])
  expect(rowsOf(book, 'Görevliler')[1]).toEqual(['Elif Demir', 'Rehber', '+90 532 111 22 33', 'tr, es', '1'])
  expect((await lastWorkbook(world, claire)).sheets.map(({ name }) => name)).toContain('Appel')
  await world.deploys()
  await madrid('11T19:30')
  expect(filesOf(zeynep)).toHaveLength(1)
  expect(await exportsNoted(world)).toEqual(Array(2).fill('dayFile: Jordi Vila, Marta Puig'))
})

test('the next day on paper by a tap', async () => {
  await zeynep.writes('/desk')
  await zeynep.taps('Barselona')
  await zeynep.taps('Yoklama ve giriş')
  await zeynep.taps('Sonraki gün')
  expect(rowsOf(await lastWorkbook(world, zeynep), 'Program')[1]?.[0]).toBe('08:30-09:15')
})

test('a night coach from elsewhere does not bring the file of its day hours too early', async () => {
  // The last day begins in Barcelona, and ends with a coach from Istanbul, where it is six two hours earlier.
  await madrid('12T17:59')
  const before = filesOf(zeynep).length
  await madrid('12T18:00')
  expect(filesOf(zeynep)).toHaveLength(before + 1)
})

test('a file that Telegram refuses goes out once more; of one that has not arrived its coordinator is told', async () => {
  const { faults } = world.telegram
  const refusal = { kind: 'error', code: 400, description: 'Bad Request: wrong file' } as const
  faults.failNext('sendDocument', refusal, 2)
  await madrid('11T18:00')
  await madrid('11T18:02')
  expect(filesOf(zeynep)).toHaveLength(1)
  expect(filesOf(claire)).toHaveLength(1)
  faults.failNext('sendDocument', refusal, 4)
  await madrid('12T18:00')
  await madrid('12T18:02')
  expect(zeynep.last).toContain('gönderilemedi')
  expect(claire.last).toContain('n’a pas pu vous être envoyé')
  await claire.taps('Jour suivant')
  expect(filesOf(claire)).toHaveLength(2)
})

test('of a file in doubt its coordinator is told, and it does not come twice by itself', async () => {
  world.telegram.faults.failNext('sendDocument', { kind: 'drop', isPerformed: true }, 2)
  await madrid('11T18:00')
  await madrid('11T18:02')
  expect(zeynep.last).toContain('ulaştığı kesin değil')
  await madrid('11T19:00')
  expect(filesOf(zeynep)).toHaveLength(1)
})
