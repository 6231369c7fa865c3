import type { Workbook } from '../../../../shared/spreadsheet.ts'
import type { Form } from '../form.ts'
import { assembleForm } from './assemble-form.ts'
import { formIssueBook, type FormIssue } from './form-issue.ts'
import { readFormTables } from './form-tables.ts'

export interface FormReading {
  /** Absent when something is wrong. */
  readonly form?: Form
  /** Everything that is wrong, sheet by sheet and row by row. */
  readonly issues: readonly FormIssue[]
  /** What is only doubtful, or left out. */
  readonly warnings: readonly FormIssue[]
}

/** Reads a questionnaire out of an XLSForm workbook and says all its mistakes at once. */
export function readForm(workbook: Workbook): FormReading {
  const book = formIssueBook()
  const tables = readFormTables(workbook, book)
  const form = tables && assembleForm(tables)
  const issues = book.issues()
  return { ...(form && issues.length === 0 && { form }), issues, warnings: book.warnings() }
}
