import { describe, expect, test } from 'vitest'
import type { CellValue } from '../../../../src/shared/spreadsheet.ts'
import { issueCodes } from '../../../../src/shared/tables/issue-codes.ts'
import { activitySheet, briefly, read, sentencesOf, sheetOf } from './books.ts'

test('seven keys are enough for an activity', () => {
  const { activity, issues, warnings } = read([activitySheet()])
  expect([...issues, ...warnings]).toEqual([])
  expect(activity).toMatchObject({
    code: 'BCN-2026',
    title: { tr: 'Barselona ticaret heyeti' },
    startsOn: '2026-12-10',
    approval: 'manual',
    capacity: null,
  })
})

test('without them every missing one is named, with an example', () => {
  const { activity, issues } = read([sheetOf('activity', [['key', 'value']])])
  expect(activity).toBeNull()
  expect(issues.map(({ code, details }) => [code, details.key])).toEqual(
    ['code', 'kind', 'title', 'city', 'time_zone', 'starts_on', 'ends_on'].map((key) => [
      'E_KEY_MISSING',
      key,
    ]),
  )
  expect(sentencesOf(issues[0] ?? expect.fail())[1]).toBe(
    'Sheet activity, column B: The line “code” is missing. Please add it; a value looks like this: BCN-2026.',
  )
})

test.each<[string, CellValue, object]>([
  ['kind', 'Ticaret heyeti', { kind: 'trade_delegation' }],
  ['kind', 'FORMACIÓN', { kind: 'training', approval: 'automatic' }],
  ['kind', 'Mission d’acheteurs', { kind: 'purchasing_delegation', approval: 'manual' }],
  ['kind', 'Atelier', { kind: 'workshop', approval: 'automatic' }],
  ['starts_on', { date: '2026-12-10' }, { startsOn: '2026-12-10' }],
  ['starts_on', '10 Aralık 2026', { startsOn: '2026-12-10' }],
  ['starts_on', '10 de diciembre de 2026', { startsOn: '2026-12-10' }],
  ['capacity', '25', { capacity: 25 }],
  ['country', 'İspanya', { country: 'ES' }],
  ['working_language', 'Français', { workingLanguage: 'fr' }],
  ['approval', 'otomatik', { approval: 'automatic' }],
  ['funding', 'UR-GE', { funding: 'urge' }],
  ['duty_phone', '+90 222 236 03 60', { dutyPhone: '+902222360360' }],
  ['partners', 'Cambra de Comerç; CCI Lyon', { partners: ['Cambra de Comerç', 'CCI Lyon'] }],
  ['title::Français (fr)', 'Mission', { title: { tr: 'Barselona ticaret heyeti', fr: 'Mission' } }],
  [
    'applications_close_at',
    '2026-11-20 17:00',
    { applicationsCloseAt: Temporal.Instant.from('2026-11-20T14:00Z') },
  ],
])('%s = %s is understood', (key, value, expected) => {
  const { activity, issues } = read([activitySheet({ [key]: value })])
  expect(issues).toEqual([])
  expect(activity).toMatchObject(expected)
})

test.each<[string, CellValue, string]>([
  ['code', 'bcn 2026', 'E_CODE'],
  ['kind', 'tradedelegation', 'E_CHOICE_NEAR'],
  ['kind', 'gezi', 'E_CHOICE'],
  ['time_zone', 'CET', 'E_ZONE'],
  ['time_zone', '+03:00', 'E_ZONE'],
  ['time_zone', 'İstanbul', 'E_ZONE_NEAR'],
  ['country', 'Spian', 'E_COUNTRY_NEAR'],
  ['country', 'QQ', 'E_COUNTRY'],
  ['starts_on', '10/12/2026', 'E_DATE_TWO_WAYS'],
  ['starts_on', '10.12.26', 'E_DATE_YEAR'],
  ['starts_on', 46366, 'E_DATE_SERIAL'],
  ['starts_on', '31.02.2026', 'E_DATE_NOT_IN_CALENDAR'],
  ['starts_on', 'gelecek hafta', 'E_DATE'],
  ['starts_on', '2026-12-10 09:30', 'E_DATE_HAS_TIME'],
  ['starts_on', '2026-12-14', 'E_ORDER'],
  ['applications_close_at', '2026-11-20', 'E_TIME_MISSING'],
  ['applications_close_at', '2026-12-11 10:00', 'E_ORDER'],
  ['capacity', '1.250', 'E_NUMBER'],
  ['capacity', 12.5, 'E_NUMBER'],
  ['duty_phone', '0222 236 03 60', 'E_PHONE_PREFIX'],
  ['duty_phone', '+90 12', 'E_PHONE'],
  ['title::tr', 'x'.repeat(151), 'E_TOO_LONG'],
  ['title::tr', '#REF!', 'E_CELL_ERROR'],
  ['project', { date: '2026-03-01' }, 'E_TURNED_INTO_DATE'],
  ['application_form', 'my form', 'E_ID'],
  ['capasity', 5, 'E_KEY_UNKNOWN'],
  ['title:en', 'x', 'E_KEY_UNKNOWN'],
  ['title::de', 'x', 'E_LANGUAGE_UNKNOWN'],
  ['capacity::tr', 5, 'E_NOT_TRANSLATED'],
  ['title', 'twice', 'E_KEY_TWICE'],
])('%s = %s is refused with %s', (key, value, code) => {
  const { issues } = read([activitySheet({ [key]: value })])
  expect(issues.map((issue) => issue.code)).toEqual([code])
  expect(issues[0]?.sheet).toBe('activity')
  expect(issues[0]?.row).toBeGreaterThan(1)
})

test('numbers must fit together', () => {
  const changes = { capacity: 20, minimum: 30, per_firm: 2, supported_per_firm: 3 }
  const { issues } = read([activitySheet(changes)])
  expect(issues.map(({ code, details }) => [code, details.key])).toEqual([
    ['E_MORE_THAN', 'minimum'],
    ['E_MORE_THAN', 'supported_per_firm'],
  ])
})

test('a day that is over is a doubt, not a mistake', () => {
  const { issues, warnings } = read([activitySheet()], { today: Temporal.PlainDate.from('2027-01-05') })
  expect(issues).toEqual([])
  expect(briefly(warnings)).toEqual(['W_IN_THE_PAST B7'])
})

describe('sheets', () => {
  test('a misspelt sheet, one of two, a stranger, and one that is hers', () => {
    const rows = [['a'], ['b']]
    const names = ['itinerery', 'ACTIVITY', 'Bütçe', '#notlar']
    const { issues, warnings } = read([activitySheet(), ...names.map((name) => sheetOf(name, rows))])
    expect(issues.map(({ code, sheet }) => [code, sheet])).toEqual([
      ['E_SHEET_UNKNOWN', 'itinerery'],
      ['E_SHEET_TWICE', 'ACTIVITY'],
    ])
    expect(warnings.map(({ code, sheet }) => [code, sheet])).toEqual([['W_SHEET_UNKNOWN', 'Bütçe']])
  })

  test('no sheet activity, or one without its header', () => {
    expect(briefly(read([]).issues)).toEqual(['E_SHEET_MISSING'])
    const headless = sheetOf('activity', [['code', 'BCN']])
    expect(briefly(read([headless]).issues)).toEqual(['E_COLUMN_MISSING 1', 'E_COLUMN_MISSING 1'])
  })
})

test('every code has its sentence in every language', () => {
  const details = Object.fromEntries(
    'key other otherFound limit count suggestion allowed example first second name names group word zone date time before after offset right min max startsOn endsOn start city firstRow otherRow number people'
      .split(' ')
      .map((name) => [name, name === 'count' ? 2 : 'x']),
  )
  for (const code of issueCodes)
    expect(sentencesOf({ code, sheet: 's', row: 1, column: 'A', found: 'f', details })).toHaveLength(4)
})
