import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { strToU8 } from 'fflate'
import { describe, expect, test } from 'vitest'
import { readSpreadsheet, readSpreadsheetInWorker } from '../../../src/platform/spreadsheets/index.ts'
import type { CellValue } from '../../../src/shared/spreadsheet.ts'
import { bookWith, sheetXml } from './xlsx-parts.ts'

const styles = {
  'xl/styles.xml': strToU8(
    '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd.mm.yyyy hh:mm"/></numFmts>' +
      '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>' +
      '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="20"/><xf numFmtId="164"/></cellXfs></styleSheet>',
  ),
}

async function cellOf(xml: string, parts = {}, options = {}): Promise<CellValue | undefined> {
  const workbook = await readSpreadsheet(bookWith(sheetXml(`<row>${xml}</row>`), parts, options))
  return workbook.sheets[0]?.rows[0]?.cells[0]?.value
}

describe('a cell says what a person sees in it', () => {
  test.each<[string, string, CellValue | undefined]>([
    ['a number', '<c><v>12.5</v></c>', 12.5],
    ['yes or no', '<c t="b"><v>1</v></c>', true],
    ['the outcome of a formula', '<c t="str"><f>A1&amp;B1</f><v>Ayşe</v></c>', 'Ayşe'],
    ['a formula never calculated', '<c><f>A1</f></c>', undefined],
    ['an error', '<c t="e"><v>#REF!</v></c>', '#REF!'],
    [
      'a text in the cell',
      '<c t="inlineStr"><is><r><t>Bar</t></r><r><t xml:space="preserve">celona </t></r></is></c>',
      'Barcelona ',
    ],
    ['a date', '<c s="1"><v>46366</v></c>', { date: '2026-12-10' }],
    ['a time', '<c s="2"><v>0.3958333333</v></c>', { time: '09:30:00' }],
    ['a date and time', '<c s="3"><v>46366.3958333333</v></c>', { date: '2026-12-10', time: '09:30:00' }],
    [
      'midnight of a day that shows its time',
      '<c s="2"><v>46366</v></c>',
      { date: '2026-12-10', time: '00:00:00' },
    ],
    [
      'the last second, not the next day',
      '<c s="3"><v>46366.99999</v></c>',
      { date: '2026-12-10', time: '23:59:59' },
    ],
    [
      'a rounding that is the next day',
      '<c s="3"><v>46366.9999999</v></c>',
      { date: '2026-12-11', time: '00:00:00' },
    ],
    ['a day before the leap day that never was', '<c s="1"><v>59</v></c>', { date: '1900-02-28' }],
    ['the day after it', '<c s="1"><v>61</v></c>', { date: '1900-03-01' }],
    ['an ISO date', '<c t="d"><v>2026-12-10T09:30:00Z</v></c>', { date: '2026-12-10', time: '09:30:00' }],
    ['a date below zero', '<c s="1"><v>-3</v></c>', -3],
  ])('%s', async (_, xml, value) => {
    expect(await cellOf(xml, styles)).toEqual(value)
  })

  test('days counted from 1904', async () => {
    expect(await cellOf('<c s="1"><v>44904</v></c>', styles, { isFrom1904: true })).toEqual({
      date: '2026-12-10',
    })
  })

  test('shared texts: rich, with reading aids, with characters XML cannot hold', async () => {
    const shared = {
      'xl/sharedStrings.xml': strToU8(
        '<sst><si><t>no</t></si><si><r><t>Cambra </t></r><r><t>de Comerç</t></r><rPh><t>カ</t></rPh></si>' +
          '<si><t>a_x000D_b_x005F_x0041_</t></si></sst>',
      ),
    }
    expect(await cellOf('<c t="s"><v>1</v></c>', shared)).toBe('Cambra de Comerç')
    expect(await cellOf('<c t="s"><v>2</v></c>', shared)).toBe('a\rb_x0041_')
  })
})

test('rows and columns keep their places, also where the file leaves addresses out', async () => {
  const xml =
    '<row r="3"><c r="B3"><v>1</v></c><c><v>2</v></c><c r="AA3"><v>3</v></c></row><row><c><v>4</v></c></row>'
  const [sheet] = (await readSpreadsheetInWorker(bookWith(sheetXml(xml)))).sheets
  expect(sheet?.name).toBe('Sheet')
  expect(sheet?.rows.map(({ number, cells }) => [number, cells.map(({ column }) => column)])).toEqual([
    [3, ['B', 'C', 'AA']],
    [4, ['A']],
  ])
})

const samples = new URL('../../../../shared/xlsform-samples/', import.meta.url)
const files = ['valid', 'invalid'].flatMap((folder) =>
  existsSync(new URL(folder, samples))
    ? readdirSync(new URL(folder, samples)).map((name) => `${folder}/${name}`)
    : [],
)
const refused = /not-a-zip|empty-file|xml-entities/

describe.skipIf(files.length === 0)(
  'real spreadsheets of other programs (skipped without xlsform-samples)',
  () => {
    test.each(files.filter((file) => !refused.test(file)))('%s', async (file) => {
      const { sheets } = await readSpreadsheet(readFileSync(new URL(file, samples)))
      expect(sheets.some(({ rows }) => rows.length > 0)).toBe(true)
    })

    test.each(files.filter((file) => refused.test(file)))('%s is refused', async (file) => {
      await expect(readSpreadsheet(readFileSync(new URL(file, samples)))).rejects.toMatchObject({
        issueCode: 'E_FILE_NOT_XLSX',
      })
    })
  },
)
