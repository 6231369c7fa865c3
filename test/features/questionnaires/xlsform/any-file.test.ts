import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readForm } from '../../../../src/features/questionnaires/domain/xlsform/read-form.ts'
import type { CellValue } from '../../../../src/shared/spreadsheet.ts'
import { bookOf, question, sentencesOf, sheetOf, yesNo, type Rows } from './books.ts'

/** Cells that mean something, so that a file of them comes further than one of mere noise. */
const words = fc.constantFrom<CellValue[]>(
  'text',
  'integer',
  'range',
  'select_one yes_no',
  'select_multiple yes_no or_other',
  'rank l',
  'begin_group',
  'end_group',
  'begin repeat',
  'end repeat',
  'note',
  'calculate',
  'hidden',
  'audit',
  'a',
  'b',
  'meta',
  'yes_no',
  'yes',
  'other',
  '${a}',
  '${b} + 1',
  '../a',
  '.',
  "instance('yes_no')/root/item[name = ${a}]/label",
  'indexed-repeat(${a}, ${b}, 1)',
  "regex(., '(a|b)+')",
  "jr:choice-name(${a}, '${a}')",
  'randomize=true seed=${a}',
  'start=0 end=0',
  '${',
  '((((',
  '2026-12-10',
  'constructor',
  '__proto__',
  true,
  18,
  -0.5,
)
const value = fc.oneof(
  { weight: 4, arbitrary: words },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 30 }) },
  { weight: 1, arbitrary: fc.record({ date: fc.constant('2026-12-10') }) },
)
const header = fc.oneof(
  fc.constantFrom(
    ...[
      'type',
      'name',
      'label',
      'label::English (en)',
      'hint',
      'relevant',
      'constraint',
      'calculation',
      'default',
    ],
    ...[
      'required',
      'choice_filter',
      'parameters',
      'repeat_count',
      'trigger',
      'image',
      'readonly',
      'appearance',
    ],
    ...['list_name', 'form_id', 'default_language', 'instance_name', 'heyet_profile', 'heyet_closes_at'],
    ...['disabled', 'save_to', 'constructor', '__proto__', '::', ':'],
  ),
  fc.string({ maxLength: 12 }),
)
const rows: fc.Arbitrary<Rows> = fc
  .record({
    headers: fc.uniqueArray(header, { minLength: 1, maxLength: 10 }),
    table: fc.array(fc.array(fc.option(value, { freq: 3 }), { maxLength: 10 }), { maxLength: 12 }),
  })
  .map(({ headers, table }) =>
    table.map((cells) =>
      Object.fromEntries(
        headers.flatMap((name, index) => {
          const cell = cells[index]
          return cell === null || cell === undefined ? [] : [[name, cell] as const]
        }),
      ),
    ),
  )

test('whatever stands in the cells, the answer is a form or mistakes that can be said', () => {
  fc.assert(
    fc.property(rows, rows, rows, (survey, choices, settings) => {
      const { form, issues, warnings } = readForm(bookOf({ survey, choices, settings }))
      expect(form === undefined).toBe(issues.length > 0)
      for (const issue of [...issues, ...warnings]) sentencesOf(issue)
      if (form) expect(JSON.parse(JSON.stringify(form))).toEqual(form)
    }),
    { numRuns: 1_500 },
  )
})

/** A form of the size of the biggest real ones, with conditions, checks and texts in four languages. */
const bigForm = (): Rows =>
  Array.from({ length: 300 }, (_, index) => ({
    type: ['text', 'integer', 'select_one yes_no', 'select_multiple yes_no'][index % 4] ?? 'text',
    name: `q${index}`,
    ...Object.fromEntries(
      ['Türkçe (tr)', 'English (en)', 'Español (es)', 'Français (fr)'].map((language) => [
        `label::${language}`,
        `Question ${index}${index > 0 ? `, after \${q${index - 1}}` : ''}?`,
      ]),
    ),
    relevant:
      index > 1
        ? `selected(\${q${index - 2}}, 'yes') or (\${q${index - 1}} != '' and count-selected(\${q0}) < 3)`
        : '',
    constraint: "string-length(.) < 100 and regex(., '^[^<>]*$')",
    required: 'yes',
  }))

// What does not end is ended by the runner, and fails.
describe('files made to keep the bot busy', () => {
  test('three hundred questions are read', () => {
    const { form, issues } = readForm(bookOf({ survey: bigForm(), choices: yesNo }))
    expect(issues).toEqual([])
    expect(form?.root.children).toHaveLength(300)
  })

  test.each<[string, string]>([
    ['deep brackets', `${'('.repeat(4_000)}1${')'.repeat(4_000)}`],
    ['deep functions', `${'not('.repeat(2_000)}1${')'.repeat(2_000)}`],
    ['many signs', '-'.repeat(9_000) + '1'],
    ['a long sum', '1' + '+1'.repeat(4_900)],
    ['a long path', '..' + '/..'.repeat(3_000)],
    ['many conditions', '${a}' + '[1]'.repeat(3_000)],
    ['many unclosed references', '${'.repeat(5_000)],
    ['quotes within quotes', `jr:choice-name(${`"jr:choice-name('`.repeat(500)}`],
    ['an expensive pattern', `regex(., '${'(a|b?|c*){1,50}'.repeat(30)}')`],
    ['a nested pattern', `regex(., '${'('.repeat(240)}a${')*'.repeat(240)}')`],
    ['too long for any use', 'x '.repeat(16_000)],
  ])('%s end soon', (_, constraint) => {
    const survey = Array.from({ length: 20 }, (_, index) =>
      question({ name: `q${index}`, constraint, label: constraint }),
    )
    const { issues, warnings } = readForm(bookOf({ survey: [question({ name: 'a' }), ...survey] }))
    for (const issue of [...issues, ...warnings].slice(0, 50)) sentencesOf(issue)
  })

  test('twenty thousand rows with mistakes in every cell are given up at once', () => {
    const survey = Array.from({ length: 20_000 }, (_, index) =>
      question({ name: `n ${index}`, type: 'intger', relevant: '${nobody' }),
    )
    expect(readForm(bookOf({ survey })).form).toBeUndefined()
  })

  test('twenty thousand choices and three thousand wrong references', () => {
    const choices = Array.from({ length: 20_000 }, (_, index) => ({
      list_name: `list${index % 7}`,
      name: `c${index}`,
      label: 'C',
    }))
    const survey = Array.from({ length: 3_000 }, (_, index) =>
      question({
        name: `question_${index}`,
        type: `select_one lst${index % 7}`,
        relevant: `\${questoin_${index}} = 1`,
      }),
    )
    const { issues } = readForm(bookOf({ survey, choices }))
    expect(issues).toHaveLength(6_000)
  })

  test('a ring through three thousand questions is found', () => {
    const survey = Array.from({ length: 3_000 }, (_, index) => ({
      type: 'calculate',
      name: `c${index}`,
      calculation: `\${c${(index + 1) % 3_000}} + 1`,
    }))
    const { issues } = readForm(
      bookOf({ survey: [...survey.slice(0, 2_999), ...[survey[2_999] ?? {}]] as Rows }),
    )
    expect(issues.map(({ code }) => code)).toContain('E_CYCLE')
  })

  test('groups within groups as deep as rows go', () => {
    const begin = Array.from({ length: 1_400 }, (_, index) => ({
      type: 'begin_group',
      name: `g${index}`,
      label: 'G',
    }))
    const end = begin.map(() => ({ type: 'end_group' }))
    const { issues } = readForm(bookOf({ survey: [...begin, question(), ...end] as Rows }))
    expect(issues.length).toBeGreaterThan(0)
  })

  test('a sheet of notes far to the right and far below', () => {
    const sheet = sheetOf('survey', [question()])
    const far = Array.from({ length: 20_000 }, (_, index) => ({
      number: 100 + index * 2,
      cells: [{ column: 'ZZ', value: 'x' }],
    }))
    expect(readForm({ sheets: [{ ...sheet, rows: [...sheet.rows, ...far] }] }).form).toBeDefined()
  })
})
