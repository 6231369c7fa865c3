import { describe, expect, it } from 'vitest'
import { sheetNames } from '../../../../src/features/questionnaires/domain/results/table/sheet-names.ts'
import {
  textCell,
  valueCell,
} from '../../../../src/features/questionnaires/domain/results/table/value-cells.ts'

describe('a value in a table', () => {
  it.each([
    ['integer', '1250000', 1_250_000],
    ['decimal', '-0.5', -0.5],
    ['calculation', '71.25', 71.25],
    ['calculation', '0532 000 00 00', '0532 000 00 00'],
    ['calculation', '0532', '0532'],
    ['calculation', '1234567890123456', '1234567890123456'],
    ['text', '42', '42'],
    ['text', '=1+1', '=1+1'],
    ['select_one', '1', '1'],
    ['date', '2026-12-10', { date: '2026-12-10' }],
    ['date', '1899-05-01', '1899-05-01'],
    ['time', '14:30:00', { time: '14:30:00' }],
    ['dateTime', '2026-12-10T09:15:00.000+03:00', { date: '2026-12-10', time: '09:15:00' }],
  ] as const)('of the kind %s: %s', (type, value, cell) => {
    expect(valueCell({ type }, value)).toEqual(cell)
  })

  it('is no longer than a cell holds, and no half letter remains at the cut', () => {
    const cut = textCell(`${'a'.repeat(32_766)}🙂🙂`)
    expect(cut).toHaveLength(32_767)
    expect(cut.isWellFormed()).toBe(true)
  })
})

describe('the names of sheets', () => {
  it('are taken by spreadsheets: short, without their signs, each one once whatever its case', () => {
    const names = sheetNames([
      'answers',
      'Answers',
      'a/b:c[d]*?',
      'x'.repeat(40),
      'x'.repeat(41),
      'History',
      '',
    ])
    expect(names).toEqual([
      ...['answers', 'Answers_2', 'a_b_c_d___'],
      ...['x'.repeat(31), `${'x'.repeat(29)}_2`, 'History_2', '_'],
    ])
  })
})
