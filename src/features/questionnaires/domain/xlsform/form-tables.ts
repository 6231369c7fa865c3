import type { Workbook } from '../../../../shared/spreadsheet.ts'
import { yesOrNo } from './cell-words.ts'
import type { FormIssueBook } from './form-issue.ts'
import { findFormSheets } from './form-sheets.ts'
import { readFormTable, reportIgnoredColumns, type FormTable } from './form-table.ts'
import { choiceWords, settingWords, surveyWords, type HeaderWords } from './header-words.ts'

/** The sheets of a form, read; one that is not there is empty. */
export interface FormTables {
  readonly survey: FormTable
  readonly choices: FormTable
  readonly settings: FormTable
}

/** Rows of the sheet `survey`: the longest real form has a third of that. */
const mostRows = 3_000

/** Reads the sheets as far as a form can be made of them; undefined when there is no use in going on. */
export function readFormTables(workbook: Workbook, book: FormIssueBook): FormTables | undefined {
  const sheets = findFormSheets(workbook, book)
  const table = (name: 'survey' | 'choices' | 'settings', words: HeaderWords) => {
    const sheet = sheets[name] ?? { name, rows: [] }
    return readFormTable(sheet, words, book.reportIn(sheet.name))
  }
  if (!sheets.survey) return undefined
  const survey = withoutDisabled(table('survey', surveyWords))
  const tables = { survey, choices: table('choices', choiceWords), settings: table('settings', settingWords) }
  const entities = sheets.entities
  if (entities && entities.rows.length > 1)
    book.reportIn(entities.name)('E_ENTITIES_UNSUPPORTED', {}, entities.name)
  reportIgnoredColumns(survey)
  reportIgnoredColumns(tables.settings)
  return isReadable(survey) ? tables : undefined
}

function isReadable({ columns, rows, report }: FormTable): boolean {
  if (columns.length === 0) report('E_EMPTY_FORM', {})
  else if (!columns.some(({ key }) => key === 'type'))
    report('E_COLUMN_MISSING', { row: 1 }, '', { key: 'type' })
  else if (rows.length > mostRows) report('E_FILE_TOO_LARGE', {}, '', { limit: mostRows })
  else return true
  return false
}

/** Rows that she has switched off for now. */
const withoutDisabled = (table: FormTable): FormTable => ({
  ...table,
  rows: table.rows.filter((row) => yesOrNo(row.get('disabled')) !== true),
})
