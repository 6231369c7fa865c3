import { strToU8, zipSync, type Zippable } from 'fflate'
import { describe, expect, test } from 'vitest'
import {
  readSpreadsheet,
  readSpreadsheetInWorker,
  writeSpreadsheet,
} from '../../../src/platform/spreadsheets/index.ts'
import { meaningOfFormat } from '../../../src/platform/spreadsheets/number-formats.ts'
import { bookWith, sheetXml } from './xlsx-parts.ts'

const refusalOf = async (bytes: Uint8Array) =>
  readSpreadsheet(bytes).then(
    () => 'was read',
    (error: unknown) => (error as { code?: string }).code,
  )

describe('what is no .xlsx is told apart', () => {
  const oldExcel = Uint8Array.from([
    0xd0,
    0xcf,
    0x11,
    0xe0,
    0xa1,
    0xb1,
    0x1a,
    0xe1,
    ...Array<number>(600).fill(0),
  ])
  const withPassword = Buffer.concat([oldExcel, Buffer.from('EncryptedPackage', 'utf16le')])

  test.each<[string, Uint8Array, string]>([
    ['nothing at all', new Uint8Array(), 'empty'],
    ['a csv file', strToU8('firm;country\nYıldız;TR\n'), 'text'],
    ['an old .xls', oldExcel, 'oldExcel'],
    ['a workbook with a password', withPassword, 'encrypted'],
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]), 'other'],
    ['a Word document', zipSync({ 'word/document.xml': strToU8('<w/>') }), 'otherProgram'],
    [
      'an OpenDocument sheet',
      zipSync({ mimetype: strToU8('x'), 'content.xml': strToU8('<x/>') }),
      'otherProgram',
    ],
    ['a zip of photos', zipSync({ 'a.jpg': strToU8('x') }), 'other'],
    ['a zip cut off after its signature', strToU8('PK\x03\x04'), 'truncated'],
    ['a sheet that is no XML', bookWith('<worksheet><sheetData>'), 'damaged'],
    [
      'a DOCTYPE',
      bookWith(`<!DOCTYPE x [<!ENTITY a "b">]>${sheetXml('<row><c t="str"><v>&a;</v></c></row>')}`),
      'doctype',
    ],
    ['an entity nobody declared', bookWith(sheetXml('<row><c t="str"><v>&a;</v></c></row>')), 'damaged'],
  ])('%s', async (_, bytes, reason) => {
    expect(await refusalOf(bytes)).toBe(`workbook:E_FILE_NOT_XLSX.${reason}`)
  })

  test('a file that lost its end on the way, wherever it was cut', async () => {
    const whole = await writeSpreadsheet([{ name: 'a', columns: [{ header: 'key' }], rows: [] }])
    for (const share of [0.05, 0.3, 0.6, 0.9, 0.99])
      expect(await refusalOf(whole.subarray(0, whole.length * share))).toBe(
        'workbook:E_FILE_NOT_XLSX.truncated',
      )
  })

  test('any bytes changed in a good file give a workbook or a refusal, never another error', async () => {
    const whole = await writeSpreadsheet([
      { name: 'a', columns: [{ header: 'key' }], rows: [{ values: ['x'] }] },
    ])
    for (let at = 0; at < whole.length; at += 7) {
      const broken = whole.slice()
      broken[at] = (broken[at] ?? 0) ^ 0xff
      expect(await refusalOf(broken)).toMatch(/^(was read|workbook:E_FILE_)/)
    }
  })
})

describe('what is too large is refused while it is still small', () => {
  const spaces = (megabytes: number) => new Uint8Array(megabytes * 1024 * 1024).fill(32)
  const bomb = (parts: Zippable) => bookWith(sheetXml(''), parts)

  test('a zip bomb of 120 MB in one part', { timeout: 20_000 }, async () => {
    const bytes = bomb({
      'xl/sharedStrings.xml': [Buffer.concat([strToU8('<sst>'), spaces(120)]), { level: 9 }],
    })
    expect(bytes.length).toBeLessThan(400_000)
    const before = process.memoryUsage().rss
    const startedAt = performance.now()
    await expect(readSpreadsheetInWorker(bytes)).rejects.toMatchObject({
      issueCode: 'E_FILE_TOO_LARGE',
      reason: 'unpacked',
    })
    expect(performance.now() - startedAt).toBeLessThan(5_000)
    expect(process.memoryUsage().rss - before).toBeLessThan(250 * 1024 * 1024)
  })

  test('more than 8 MB as a file', async () => {
    expect(await refusalOf(spaces(9))).toBe('workbook:E_FILE_TOO_LARGE.bytes')
  })

  test('20,001 rows; 20,000 are read, and empty ones do not count', async () => {
    const rows = (count: number) =>
      sheetXml('<row><c><v>1</v></c></row>'.repeat(count) + '<row/>'.repeat(30_000))
    expect(await refusalOf(bookWith(rows(20_001)))).toBe('workbook:E_FILE_TOO_LARGE.rows')
    expect((await readSpreadsheet(bookWith(rows(20_000)))).sheets[0]?.rows).toHaveLength(20_000)
  })

  test('too many columns, too many cells', async () => {
    expect(await refusalOf(bookWith(sheetXml('<row r="1"><c r="XFD1"><v>1</v></c></row>')))).toMatch(
      /columns$/,
    )
    const wide = `<row>${'<c><v>1</v></c>'.repeat(900)}</row>`.repeat(600)
    expect(await refusalOf(bookWith(sheetXml(wide)))).toMatch(/cells$/)
  })

  test('the bot keeps answering meanwhile, and the deadline holds', async () => {
    const bytes = bookWith(sheetXml('<row><c><v>1</v></c></row>'.repeat(19_000) + ' '.repeat(40_000_000)))
    let ticks = 0
    const ticking = setInterval(() => ticks++, 5)
    const reading = readSpreadsheetInWorker(bytes, { deadlineSeconds: 0.3 })
    await expect(reading).rejects.toMatchObject({ issueCode: 'E_FILE_TOO_LARGE', reason: 'time' })
    clearInterval(ticking)
    expect(ticks).toBeGreaterThan(10)
  })
})

test.each([
  ['dd/mm/yy;@', 'date'],
  ['[$-41F]d mmmm yyyy;@', 'date'],
  ['[h]:mm', 'time'],
  ['h:mm AM/PM', 'time'],
  ['mmm', 'date'],
  ['#,##0.00 "yards"', 'number'],
  ['General', 'number'],
  ['[Red]0.00', 'number'],
  ['0\\d', 'number'],
])('the format %s shows a %s', (code, meaning) => {
  expect(meaningOfFormat(code)).toBe(meaning)
})
