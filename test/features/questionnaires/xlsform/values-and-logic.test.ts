import { describe, expect, test } from 'vitest'
import type { CellValue } from '../../../../src/shared/spreadsheet.ts'
import { formOf, issuesOf, nodeOf, question, warningsOf, yesNo } from './books.ts'

describe('defaults', () => {
  const defaultOf = (type: string, value: CellValue) => {
    const form = formOf([question({ type, default: value }), question({ name: 'other' })], { choices: yesNo })
    return (nodeOf(form, '/data/city') as { default?: unknown }).default
  }

  test.each<[string, CellValue, string]>([
    ['text', 'Eskişehir', 'Eskişehir'],
    ['text', 'trade-fair', 'trade-fair'],
    ['text', '2025-2026', '2025-2026'],
    ['text', '+90 222 236 03 60', '+90 222 236 03 60'],
    ['text', 'Yes - always', 'Yes - always'],
    ['integer', 18, '18'],
    ['integer', '-5', '-5'],
    ['decimal', '36.60', '36.6'],
    ['date', { date: '2026-12-10' }, '2026-12-10'],
    ['date', '2026-12-10', '2026-12-10'],
    ['time', '9:30', '09:30:00'],
    ['time', { time: '09:30:00' }, '09:30:00'],
    ['dateTime', { date: '2026-12-10', time: '09:30:00' }, '2026-12-10T09:30:00'],
    ['geopoint', '41.38 2.17', '41.38 2.17'],
    ['select_one yes_no', 'yes', 'yes'],
    ['select_multiple yes_no', 'no yes', 'no yes'],
  ])('of %s: %j is a value', (type, value, kept) => {
    expect(defaultOf(type, value)).toEqual({ kind: 'static', value: kept })
  })

  test.each(['today()', '${other}', '1 + 1', "if(${other} = 'a', 'b', 'c')", 'concat("a", "b")'])(
    '%s is worked out',
    (text) => expect(defaultOf('text', text)).toMatchObject({ kind: 'dynamic' }),
  )

  test.each<[string, CellValue]>([
    ['integer', '1.5'],
    ['date', '2026-02-30'],
    ['date', 'tomorrow'],
    ['time', '25:00'],
    ['geopoint', 'Barcelona'],
  ])('of %s may not be %j', (type, value) => {
    expect(issuesOf([question({ type, default: value })])).toEqual([
      `E_DEFAULT_TYPE survey 2D "${value as string}"`,
    ])
  })

  test('a calculation may have one that is worked out instead of a formula', () => {
    const form = formOf([question(), { type: 'calculate', name: 'day', default: 'today()' }])
    expect(nodeOf(form, '/data/day')).toMatchObject({
      from: { kind: 'constant' },
      default: { kind: 'dynamic' },
    })
  })

  test('what is hidden keeps its value', () => {
    const form = formOf([question(), { type: 'hidden', name: 'project', default: 'rail' }])
    expect(nodeOf(form, '/data/project')).toMatchObject({
      from: { kind: 'constant' },
      default: { value: 'rail' },
    })
  })
})

describe('ranges', () => {
  test.each([
    ['', { start: 1, end: 10, step: 1 }],
    ['start=0 end=1 step=0.25', { start: 0, end: 1, step: 0.25 }],
    ['start=10, end=-10; step=-5', { start: 10, end: -10, step: 5 }],
    ['start=0 end=100 step=10 tick_interval=20 placeholder=50', { start: 0, end: 100, step: 10 }],
  ])('%j', (text, parameters) => {
    expect(nodeOf(formOf([question({ type: 'range', parameters: text })]), '/data/city')).toMatchObject({
      parameters,
    })
  })
})

describe('expressions as they come out of word processors and other programs', () => {
  const relevantOf = (relevant: string) =>
    nodeOf(
      formOf([question({ name: 'age', type: 'integer' }), question({ relevant })], {
        settings: [{ form_id: 'survey_1', name: 'visit' }],
      }),
      '/data/city',
    ).relevant

  test('quotes and spaces are understood', () => {
    expect(relevantOf('${age}\u00A0= ‘18’')).toMatchObject({
      left: { path: '/data/age' },
      right: { value: '18' },
    })
    expect(relevantOf('“a” = "a"')).toMatchObject({ left: { kind: 'text' } })
  })

  test.each(['../age = 1', '/data/age = 1', '/visit/age = 1', '/survey_1/age = 1', '${age}=1'])(
    '%s',
    (text) => {
      expect(relevantOf(text)).toMatchObject({ left: { kind: 'nodes', path: '/data/age' } })
    },
  )

  test('what only a device knows is blank, and that is said', () => {
    expect(relevantOf('${last-saved#age} = 1')).toMatchObject({ left: { kind: 'blank' } })
    expect(warningsOf([question({ relevant: '${instanceID} != ""' })])).toEqual([
      'W_WORD_BLANK survey 2D "instanceID"',
    ])
  })

  test('yes and no are as good as true() and false()', () => {
    expect(relevantOf('yes')).toEqual({ kind: 'call', name: 'true', values: [] })
    expect(nodeOf(formOf([question({ required: 'no' })]), '/data/city')).not.toHaveProperty('required')
  })

  test('patterns that others run are checked: what takes for ever elsewhere is fine here', () => {
    expect(issuesOf([question({ constraint: "regex(., '^(a+)+$')" })])).toEqual([])
    expect(issuesOf([question({ constraint: "regex(., '(?=a)b')" })])).toEqual([
      'E_CONSTRAINT_REGEX survey 2D "(?=a)b"',
    ])
  })
})

describe('rings', () => {
  const repeat = (calculation: string) => [
    question({ name: 'start' }),
    { type: 'begin_repeat', name: 'people', label: 'People' },
    question({ type: 'integer', name: 'pay', label: 'Pay?' }),
    { type: 'calculate', name: 'total', calculation },
    { type: 'end_repeat' },
  ]

  test('a question that refers to the one before it in its own repeat is none', () => {
    expect(issuesOf(repeat('${pay} + indexed-repeat(${total}, ${people}, position(..) - 1)'))).toEqual([])
    expect(issuesOf(repeat('${pay} + ${total}'))).toEqual(
      ['E_CYCLE_SELF'].map(() => 'E_CYCLE survey 5D "total"'),
    )
  })

  test('what counts the repeat it stands in is none', () => {
    expect(issuesOf(repeat('position(..) + count(${people})'))).toEqual([])
  })

  test('a group that waits for what is worked out inside it is one', () => {
    expect(
      issuesOf([
        { type: 'begin_group', name: 'g', label: 'G', relevant: '${c} > 1' },
        question(),
        { type: 'calculate', name: 'c', calculation: '1 + 1' },
        { type: 'end_group' },
      ]),
    ).toEqual(['E_CYCLE survey 2D "g → c → g"'])
  })

  test('two conditions that wait for each other are one, a condition and a constraint are not', () => {
    const two = (second: Record<string, string>) => [
      question({ name: 'a', relevant: "${b} = 'x'" }),
      question({ name: 'b', ...second }),
    ]
    expect(issuesOf(two({ relevant: "${a} = 'x'" }))).toEqual(['E_CYCLE survey 2D "a → b → a"'])
    expect(issuesOf(two({ constraint: "${a} = 'x'" }))).toEqual([])
  })
})

test('what a question is about is kept with it', () => {
  const form = formOf([question({ type: 'integer', heyet_profile: 'Firm.Employees' })])
  expect(nodeOf(form, '/data/city')).toMatchObject({ profile: 'firm.employees' })
})

test('appearances that mean something in a chat are kept', () => {
  const form = formOf([question({ type: 'date', appearance: 'w2 month-year no-calendar' })])
  expect(nodeOf(form, '/data/city')).toMatchObject({ appearance: ['month-year'] })
})
