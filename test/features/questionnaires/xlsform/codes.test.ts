import { describe, expect, test } from 'vitest'
import { formSentences } from '../../../../src/features/questionnaires/domain/xlsform/sentences.ts'
import { readForm } from '../../../../src/features/questionnaires/domain/xlsform/read-form.ts'
import { bookOf, briefly, question, read, sheetOf, yesNo } from './books.ts'
import { cellCases } from './cell-cases.ts'
import { expressionCases } from './expression-cases.ts'
import { asked, select } from './issue-case.ts'
import { rowCases } from './row-cases.ts'
import { warningCases } from './warning-cases.ts'

const cases = [...rowCases, ...expressionCases, ...cellCases, ...warningCases]

test.each(cases)('$sentence at $at', ({ sentence, at, survey, other }) => {
  const { form, issues, warnings } = read(survey, other)
  const isError = sentence.startsWith('E_')
  expect(form === undefined).toBe(isError)
  const found = [...issues, ...warnings].filter((issue) => issue.sentence === sentence)
  expect(found.map(briefly)).toContain(`${formSentences[sentence]} ${at}`)
})

describe('files that are no table of rows', () => {
  const sentences = (sheets: Parameters<typeof bookOf>[0]) =>
    readForm(bookOf(sheets)).issues.map((issue) => issue.sentence)

  test('a missing sheet and a misspelt one', () => {
    expect(sentences({ choices: yesNo, settings: [] })).toEqual(['E_SHEET_MISSING'])
    expect(sentences({ surveys: [asked], choices: yesNo })).toEqual(['E_SHEET_MISSING_NEAR'])
  })

  test('the same header twice', () => {
    const survey = sheetOf('survey', [asked])
    const header = survey.rows[0] ?? expect.fail()
    const twice = { ...header, cells: [...header.cells, { column: 'D', value: 'label' }] }
    const { issues } = readForm({ sheets: [{ ...survey, rows: [twice, ...survey.rows.slice(1)] }] })
    expect(issues.map(briefly)).toEqual(['E_COLUMN_DUPLICATE survey 1D "label"'])
  })

  test('more rows than a chat bears', () => {
    const survey = Array.from({ length: 3_001 }, (_, index) => question({ name: `q${index}` }))
    expect(sentences({ survey })).toEqual(['E_FILE_TOO_LARGE'])
  })

  test('groups within groups without end', () => {
    const begin = Array.from({ length: 32 }, (_, index) => ({
      type: 'begin_group',
      name: `g${index}`,
      label: 'G',
    }))
    const survey = [...begin, asked, ...begin.map(() => ({ type: 'end_group' }))]
    expect(read(survey).issues.map(briefly)).toEqual(['E_FILE_TOO_LARGE survey 32A "g30"'])
  })

  test('what stands far below is not read, and that is said', () => {
    const survey = sheetOf('survey', [asked, question({ name: 'far', type: 'nonsense' })])
    const rows = survey.rows.map((row, index) => (index === 2 ? { ...row, number: 70 } : row))
    const { issues, warnings } = readForm({ sheets: [{ ...survey, rows }] })
    expect(issues).toEqual([])
    expect(warnings.map((warning) => warning.sentence)).toContain('W_ROWS_IGNORED')
  })
})

test('every sentence has a case', () => {
  const elsewhere = [
    'E_SHEET_MISSING',
    'E_SHEET_MISSING_NEAR',
    'E_COLUMN_DUPLICATE',
    'E_FILE_TOO_LARGE',
    'E_FILE_TOO_LARGE_DEEP',
    'W_ROWS_IGNORED',
  ]
  const covered = new Set([...cases.map(({ sentence }) => sentence as string), ...elsewhere])
  expect(Object.keys(formSentences).filter((sentence) => !covered.has(sentence))).toEqual([])
})

test('all mistakes of a file are said at once, sheet by sheet and row by row', () => {
  const { issues } = read(
    [
      question({ type: 'intger', relevant: '${nobody} ==' }),
      question({ name: 'b b' }),
      { ...select, type: 'select_one nowhere' },
      { type: 'end group' },
    ],
    { choices: [...yesNo, ...yesNo] },
  )
  expect(issues.map(({ code, sheet, row }) => `${code} ${sheet} ${row ?? ''}`)).toEqual([
    'E_TYPE_UNKNOWN survey 2',
    'E_EXPR_SYNTAX survey 2',
    'E_NAME_INVALID survey 3',
    'E_LIST_UNKNOWN survey 4',
    'E_UNMATCHED_END survey 5',
    'E_CHOICE_DUPLICATE choices 4',
    'E_CHOICE_DUPLICATE choices 5',
  ])
})
