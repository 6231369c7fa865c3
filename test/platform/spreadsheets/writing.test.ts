import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { readSpreadsheet, writeSpreadsheet } from '../../../src/platform/spreadsheets/index.ts'
import type { CellValue } from '../../../src/shared/spreadsheet.ts'

const values: CellValue[] = [
  '=HYPERLINK("http://evil")',
  '+90 555 000 00 00',
  '-1',
  '@SUM(A1)',
  '\t=1+1',
  '\r=1+1',
  ' space around ',
  'two\nlines',
  '_x0041_ <b>&"\'',
  'İğneli Şöför ❗ 🚌',
  12.5,
  true,
  { date: '2026-12-10' },
  { time: '09:30:00' },
  { date: '2026-03-29', time: '02:30:00' },
]

test('what is written is read back the same, and no text became a formula', async () => {
  const bytes = await writeSpreadsheet([
    {
      name: 'first',
      columns: [{ header: 'key', width: 20 }],
      rows: values.map((value) => ({ values: [value] })),
    },
    {
      name: 'second',
      columns: [{ header: 'a' }, { header: 'b' }],
      rows: [{ values: [null, 'x'], isNote: true }],
    },
  ])
  const { sheets } = await readSpreadsheet(bytes)
  expect(sheets.map(({ name }) => name)).toEqual(['first', 'second'])
  expect(sheets[0]?.rows.slice(1).map(({ cells }) => cells[0]?.value)).toEqual(values)
  expect(sheets[1]?.rows[1]).toEqual({ number: 2, cells: [{ column: 'B', value: 'x' }] })
  expect(partOf(bytes, 'xl/worksheets/sheet1.xml')).not.toContain('<f>')
})

test('a column or a cell can offer a list; a list too long for the file is left out', async () => {
  const long = Array.from({ length: 60 }, (_, index) => `choice${index}`)
  const bytes = await writeSpreadsheet([
    {
      name: 'a',
      columns: [
        { header: 'kind', choices: ['visit', 'b2b'] },
        { header: 'long', choices: long },
        { header: 'c' },
      ],
      rows: [{ values: ['visit', null, null], choices: { 2: ['yes', 'no'] } }],
    },
  ])
  const xml = partOf(bytes, 'xl/worksheets/sheet1.xml')
  expect(xml.match(/<dataValidation .*?<\/dataValidation>/g)).toEqual([
    expect.stringMatching(/sqref="A2:A20000"><formula1>"visit,b2b"/),
    expect.stringMatching(/sqref="C2"><formula1>"yes,no"/),
  ])
  expect(xml.indexOf('<dataValidations')).toBeGreaterThan(xml.indexOf('</sheetData>'))
})

test('the header stays in sight', async () => {
  const bytes = await writeSpreadsheet([{ name: 'a', columns: [{ header: 'kind' }], rows: [] }])
  expect(partOf(bytes, 'xl/worksheets/sheet1.xml')).toMatch(/<pane ySplit="1"[^>]*state="frozen"/)
})

const partOf = (bytes: Uint8Array, part: string) => strFromU8(unzipSync(bytes)[part] ?? new Uint8Array())
