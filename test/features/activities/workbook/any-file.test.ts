import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sheetColumns, sheetNames } from '../../../../src/features/activities/domain/workbook/columns.ts'
import { readFirmList } from '../../../../src/features/people/domain/firm-list/read-firm-list.ts'
import { recogniseSpreadsheet } from '../../../../src/shared/spreadsheet-kind.ts'
import type { CellValue } from '../../../../src/shared/spreadsheet.ts'
import { sentencesOf, sheetOf, read } from './books.ts'

const keys = sheetNames.flatMap((name) => Object.keys(sheetColumns[name]))

const said = fc.constantFrom<CellValue>(
  ...[
    '2026-12-10',
    '10/12/2026',
    '09:30',
    '2026-10-25 02:30',
    'Europe/Madrid',
    'all',
    'visit',
    'A, 27',
    '60 15',
  ],
  ...[
    '+905320000000',
    '41.38, 2.17',
    'yes',
    '#REF!',
    '#',
    '::',
    'title::',
    '%',
    '(',
    '\\',
    '0',
    '-1',
    'passport = TR',
  ],
  ...[0, 1, 46366, -5, 1e20, 0.5, true, false],
  ...[
    { date: '2026-12-10' },
    { time: '09:30:00' },
    { date: '9999-12-31', time: '23:59:59' },
    { date: '1900-01-01' },
  ],
)

const cell = fc.oneof(said, fc.string({ maxLength: 12, unit: 'grapheme' }), fc.constant(null))
const header = fc.oneof(
  fc.constantFrom(...keys, ...keys.map((key) => `${key}::tr`), 'key', 'value'),
  fc.string({ maxLength: 8, unit: 'grapheme' }),
)
const sheet = fc
  .tuple(
    fc.oneof(fc.constantFrom(...sheetNames), fc.string({ maxLength: 8 })),
    fc.array(header, { maxLength: 12 }),
    fc.array(fc.array(cell, { maxLength: 12 }), { maxLength: 5 }),
  )
  .map(([name, columns, rows]) => sheetOf(name, [columns, ...rows]))
const activity = fc
  .array(fc.tuple(fc.constantFrom(...Object.keys(sheetColumns.activity)), cell), { maxLength: 20 })
  .map((lines) => sheetOf('activity', [['key', 'value'], ...lines]))

test('whatever stands in a file, it is read or complained about in four languages, never an error', () => {
  fc.assert(
    fc.property(activity, fc.array(sheet, { maxLength: 4 }), (first, sheets) => {
      const today = Temporal.PlainDate.from('2026-11-01')
      const outcome = read([first, ...sheets], { today })
      for (const { startsAt, endsAt } of outcome.itinerary)
        expect(endsAt === null || Temporal.Instant.compare(startsAt, endsAt) <= 0).toBe(true)
      for (const issue of readFirmList({ sheets }).issues) sentencesOf(issue)
      expect(recogniseSpreadsheet({ sheets: [first] })).toBe('activity')
    }),
    { numRuns: 300 },
  )
})
