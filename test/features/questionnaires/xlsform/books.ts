import { expect } from 'vitest'
import {
  readForm,
  type FormReading,
} from '../../../../src/features/questionnaires/domain/xlsform/read-form.ts'
import type { FormIssue } from '../../../../src/features/questionnaires/domain/xlsform/form-issue.ts'
import type { Form, FormNode } from '../../../../src/features/questionnaires/domain/form.ts'
import type { TextKey } from '../../../../src/platform/texts/catalogue.ts'
import { openTexts } from '../../../../src/platform/texts/open-texts.ts'
import { languages } from '../../../../src/shared/localized-text.ts'
import {
  columnLetter,
  type CellValue,
  type Sheet,
  type Workbook,
} from '../../../../src/shared/spreadsheet.ts'
import { issuePlaceKey, issueVariables } from '../../../../src/shared/tables/issue.ts'

export type Rows = readonly Readonly<Record<string, CellValue>>[]

/** A sheet of rows, with a column for every key that one of them has. */
export function sheetOf(name: string, rows: Rows): Sheet {
  const headers = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const cellsOf = (values: readonly (CellValue | undefined)[]) =>
    values.flatMap((value, index) => (value === undefined ? [] : [{ column: columnLetter(index), value }]))
  const table = [headers, ...rows.map((row) => headers.map((header) => row[header]))]
  return { name, rows: table.map((values, index) => ({ number: index + 1, cells: cellsOf(values) })) }
}

export const bookOf = (sheets: Readonly<Record<string, Rows>>): Workbook => ({
  sheets: Object.entries(sheets).map(([name, rows]) => sheetOf(name, rows)),
})

/** A question that is right but for the given cells. */
export const question = (cells: Record<string, CellValue> = {}): Record<string, CellValue> => ({
  type: 'text',
  name: 'city',
  label: 'Where?',
  ...cells,
})

export const yesNo: Rows = [
  { list_name: 'yes_no', name: 'yes', label: 'Yes' },
  { list_name: 'yes_no', name: 'no', label: 'No' },
]

const settings: Rows = [{ form_title: 'Test', form_id: 'test' }]

/** Reads a form of these rows; every issue has a sentence in four languages. */
export function read(survey: Rows, other: Readonly<Record<string, Rows>> = {}): FormReading {
  const reading = readForm(bookOf({ survey, settings, ...other }))
  for (const issue of [...reading.issues, ...reading.warnings]) sentencesOf(issue)
  return reading
}

/** Reads a form that is right. */
export function formOf(survey: Rows, other: Readonly<Record<string, Rows>> = {}): Form {
  const { form, issues } = read(survey, other)
  expect(issues.map(briefly)).toEqual([])
  return form ?? expect.fail()
}

/** `E_TYPE_UNKNOWN survey 2A "txt"` */
export const briefly = ({ code, sheet, row, column, found }: FormIssue): string =>
  `${code} ${sheet} ${row ?? ''}${column ?? ''} "${found}"`

export const issuesOf = (survey: Rows, other: Readonly<Record<string, Rows>> = {}): string[] =>
  read(survey, other).issues.map(briefly)

export const warningsOf = (survey: Rows, other: Readonly<Record<string, Rows>> = {}): string[] =>
  read(survey, other).warnings.map(briefly)

/** Every node of a form, parents before children. */
export const nodesOf = ({ root }: Form): FormNode[] => {
  const within = (nodes: readonly FormNode[]): FormNode[] =>
    nodes.flatMap((node) => ('children' in node ? [node, ...within(node.children)] : [node]))
  return within(root.children)
}

export const nodeOf = (form: Form, path: string): FormNode =>
  nodesOf(form).find((node) => node.path === path) ?? expect.fail(`There is no ${path}.`)

const texts = openTexts()

/** What a coordinator is told, in all four languages; a missing key or variable throws. */
export const sentencesOf = (issue: FormIssue): string[] =>
  languages.map((language) => {
    const words = texts.words(language)
    const say = (key: string) => words.plain(key as TextKey, issueVariables(issue))
    return `${say(issuePlaceKey(issue))}: ${say(`xlsform:${issue.sentence}`)}`
  })
