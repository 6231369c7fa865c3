import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { growingSpreadsheet, readSpreadsheet } from '../../../src/platform/spreadsheets/index.ts'
import type { CellValue } from '../../../src/shared/spreadsheet.ts'

const values: CellValue[] = [
  '=HYPERLINK("http://evil")',
  '@SUM(A1)',
  '\r=1+1',
  '\u0001 control',
  ' space around ',
  'two\nlines',
  '_x0041_ <b>&"\'',
  'İğneli Şöför ❗ 🚌',
  -12.5,
  true,
  { date: '2026-12-10' },
  { time: '09:30:00' },
  { date: '2026-03-29', time: '02:30:10' },
]

test('what is added is read back the same, and no text became a formula', async () => {
  const file = growingSpreadsheet()
  const sheet = file.open('R&D "<answers>"', [{ header: 'a' }, { header: 'b & c', width: 30 }])
  for (const value of values) sheet.add([null, value])
  const bytes = file.finish()
  const { sheets } = await readSpreadsheet(bytes)
  expect(sheets.map(({ name }) => name)).toEqual(['R&D "<answers>"'])
  const [header, ...rows] = sheets[0]?.rows ?? []
  expect(header?.cells.map(({ value }) => value)).toEqual(['a', 'b & c'])
  expect(rows.map(({ cells }) => cells)).toEqual(values.map((value) => [{ column: 'B', value }]))
  expect(strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array())).not.toContain('<f>')
})

test('sheets grow side by side, each in its place, however long they are', async () => {
  const file = growingSpreadsheet()
  const [even, odd] = [file.open('even', [{ header: 'n' }]), file.open('odd', [{ header: 'n' }])]
  file.open('empty', [])
  for (let number = 0; number < 20_000; number += 1)
    (number % 2 === 0 ? even : odd).add([number, `row ${number}`])
  const { sheets } = await readSpreadsheet(file.finish())
  expect(sheets.map(({ name, rows }) => [name, rows.length])).toEqual([
    ['even', 10_001],
    ['odd', 10_001],
    ['empty', 0],
  ])
  expect(sheets[1]?.rows.at(-1)?.cells.map(({ value }) => value)).toEqual([19_999, 'row 19999'])
})
