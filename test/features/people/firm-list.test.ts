import { describe, expect, test } from 'vitest'
import { readFirmList } from '../../../src/features/people/domain/firm-list/read-firm-list.ts'
import { readTaxNumber } from '../../../src/features/people/domain/tax-number.ts'
import type { CellValue } from '../../../src/shared/spreadsheet.ts'
import { recogniseSpreadsheet } from '../../../src/shared/spreadsheet-kind.ts'
import { sentencesOf, sheetOf } from '../activities/workbook/books.ts'

/** Numbers whose check digit a second implementation of the rule agrees with. */
const taxNumbers = ['1234567890', '4540536920', '4810058590']
const identityNumber = '10000000146'

function firms(...rows: Record<string, CellValue>[]) {
  const keys = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const cells = rows.map((row) => keys.map((key) => row[key] ?? null))
  const outcome = readFirmList({ sheets: [sheetOf('Firmalar', [keys, ...cells])] })
  const sentences = [...outcome.issues, ...outcome.warnings].flatMap(sentencesOf)
  return { ...outcome, sentences, codes: [...outcome.issues, ...outcome.warnings].map(({ code }) => code) }
}

describe('tax numbers', () => {
  test('exactly one last digit fits nine others', () => {
    for (const number of taxNumbers) {
      expect(readTaxNumber(number, 'TR')).toEqual({ kind: 'read', value: number })
      const fitting = [...'0123456789'].filter(
        (digit) => readTaxNumber(number.slice(0, 9) + digit, 'TR').kind === 'read',
      )
      expect(fitting).toHaveLength(1)
    }
  })

  test.each([
    ['123 456 78', 'TR', 'wrongLength'],
    [identityNumber, 'TR', 'identityNumber'],
    [identityNumber, null, 'identityNumber'],
    ['ESB12345678', 'ES', 'read'],
    ['12345678901', 'IT', 'read'],
    ['ABC', 'TR', 'wrongLength'],
    ['x'.repeat(50), 'ES', 'wrongLength'],
  ] as const)('%s in %s: %s', (raw, country, kind) => {
    expect(readTaxNumber(raw, country).kind).toBe(kind)
  })
})

test('a row says everything it can', () => {
  const { rows, codes } = firms({
    firm: 'Çelik Döküm A.Ş.',
    country: 'Türkiye',
    city: 'Eskişehir',
    nace: 30.2,
    cluster: 'Raylı sistemler',
    employees: '48',
    contact_phone: '0532 000 00 00',
    contact_email: 'AYSE@Example.com',
    invited_to: 'bcn-2026; LYO-2027',
  })
  expect(codes).toEqual([])
  expect(rows).toMatchObject([
    {
      row: 2,
      country: 'TR',
      nace: '30.2',
      cluster: 'rail',
      employees: 48,
      contactPhone: '+905320000000',
      contactEmail: 'ayse@example.com',
      invitedTo: ['BCN-2026', 'LYO-2027'],
      taxNumber: null,
    },
  ])
})

test.each<[string, CellValue, string]>([
  ['contact_phone', '0532 000 00 00', 'E_PHONE_PREFIX'],
  ['contact_phone', '+90 1', 'E_PHONE'],
  ['contact_email', 'ayse at example', 'E_EMAIL'],
  ['country', 'Turkiyee', 'E_COUNTRY_NEAR'],
  ['cluster', 'denizcilik', 'E_CHOICE'],
  ['employees', '10-49', 'E_NUMBER'],
  ['nace', 'demir', 'E_NACE'],
  ['tax_no', 123456789, 'E_TAX_NUMBER_LENGTH'],
  ['firm', ' ', 'E_EMPTY'],
  ['contry', 'TR', 'E_COLUMN_UNKNOWN'],
])('%s = %s is refused with %s', (key, value, code) => {
  const others: Record<string, CellValue> = key === 'tax_no' ? { country: 'TR' } : { city: 'Sivas' }
  expect(firms({ firm: 'Yıldız', ...others, [key]: value }).codes).toEqual([code])
})

test('an identity number is refused wherever it stands, and never repeated', () => {
  const outcome = firms(
    { firm: 'Yıldız', country: 'TR', tax_no: identityNumber },
    { firm: 'Deniz', country: 'DE', tax_no: identityNumber },
    { firm: 'Güneş', country: 'TR', register_no: identityNumber },
    { firm: 'Rüzgâr', country: 'TR', tax_no: '123 456 789 01' },
  )
  expect(outcome.codes).toEqual([
    'E_TAX_NUMBER_IDENTITY',
    'E_TAX_NUMBER_IDENTITY',
    'E_IDENTITY_NUMBER',
    'E_TAX_NUMBER_IDENTITY',
  ])
  expect(JSON.stringify(outcome)).not.toContain(identityNumber)
  expect(JSON.stringify(outcome)).not.toContain('123 456 789 01')
})

test('the same firm twice is a doubt', () => {
  const { warnings } = firms(
    { firm: 'ÇELİK DÖKÜM A.Ş.' },
    { firm: 'Deniz Ltd. Şti.' },
    { firm: 'Çelik Döküm Anonim Şirketi' },
  )
  expect(warnings).toMatchObject([{ code: 'W_FIRM_TWICE', row: 4, details: { firstRow: '2' } }])
})

test('the same tax number twice is a doubt, in one country only', () => {
  const { warnings } = firms(
    { firm: 'Demir', country: 'TR', tax_no: taxNumbers[0] ?? '' },
    { firm: 'Hierros', country: 'ES', tax_no: taxNumbers[0] ?? '' },
    { firm: 'Rodalies', country: 'ES', tax_no: `ES-${taxNumbers[0]}` },
    { firm: 'Ferrocarril', country: 'ES', tax_no: 'none' },
    { firm: 'Vías', country: 'ES', tax_no: 'none' },
  )
  expect(warnings).toMatchObject([{ code: 'W_FIRM_TWICE', row: 4, details: { firstRow: '3' } }])
})

test('an empty list and a sheet without firms are named', () => {
  expect(readFirmList({ sheets: [sheetOf('a', [['firm', 'city']])] }).issues.map(({ code }) => code)).toEqual(
    ['E_SHEET_EMPTY'],
  )
  expect(readFirmList({ sheets: [sheetOf('a', [['name']])] }).issues.map(({ code }) => code)).toEqual([
    'E_COLUMN_MISSING',
  ])
})

test.each([
  ['activity', { activity: ['key', 'value'] }],
  ['activity', { Itinerary: ['id', 'kind'] }],
  ['activity', { participants: ['application', 'firm', 'city'] }],
  ['questionnaire', { survey: ['type', 'name', 'label::tr'], choices: ['list_name'] }],
  ['firm_list', { Sayfa1: ['firm', 'country', 'tax_no'] }],
  ['firm_list', { Sayfa1: ['firm', 'cluster', 'invited_to'] }],
  ['unclear', { Sayfa1: ['firma', 'ülke'] }],
  ['unclear', { survey: ['type', 'name'], activity: ['key'] }],
  ['unclear', {}],
] as const)('a file is recognised as %s: %o', (kind, sheets) => {
  const workbook = { sheets: Object.entries(sheets).map(([name, columns]) => sheetOf(name, [columns])) }
  expect(recogniseSpreadsheet(workbook)).toBe(kind)
})

describe('an identity number in a row', () => {
  test.each([
    ['tax_no', `TC ${identityNumber}`, 'E_TAX_NUMBER_IDENTITY'],
    ['tax_no', '10000 000146', 'E_TAX_NUMBER_IDENTITY'],
    ['register_no', `TC ${identityNumber}`, 'E_IDENTITY_NUMBER'],
    ['contact_name', 'Ayşe Yılmaz 100_000_001_46', 'E_IDENTITY_NUMBER'],
    ['city', '١٠٠٠٠٠٠٠١٤٦', 'E_IDENTITY_NUMBER'],
    ['firm', `Demir ${identityNumber}`, 'E_IDENTITY_NUMBER'],
    ['contact_email', `${identityNumber}@example.com`, 'E_IDENTITY_NUMBER'],
    ['employees', identityNumber, 'E_NUMBER'],
    ['invited_to', identityNumber, 'E_IDENTITY_NUMBER'],
  ])('in %s is neither kept nor said again', (column, value, code) => {
    const { codes, issues, rows, sentences } = firms({ firm: 'Demir SA', country: 'ES', [column]: value })
    expect(codes).toEqual([code])
    for (const part of [JSON.stringify(rows), JSON.stringify(issues), sentences.join()]) {
      expect(part).not.toContain('146')
      expect(part).not.toContain('١٤٦')
    }
  })
})

test('a firm is not called by signs alone', () => {
  expect(firms({ firm: '***', country: 'ES' }).codes).toEqual(['E_FIRM_NAME'])
})
