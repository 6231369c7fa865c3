import type { Sheet, Workbook } from '../../../../shared/spreadsheet.ts'
import { fold } from '../../../../shared/tables/fold.ts'
import { nearest } from '../nearest.ts'
import type { FormIssueBook } from './form-issue.ts'

const known = ['survey', 'choices', 'settings', 'external_choices', 'entities'] as const

export type FormSheets = Partial<Record<(typeof known)[number], Sheet>>

/** Finds the sheets of a form by their fixed names. The only sheet of a file is its survey, whatever it is called. */
export function findFormSheets({ sheets }: Workbook, book: FormIssueBook): FormSheets {
  const found: FormSheets = {}
  for (const sheet of sheets) {
    const name = known.find((one) => one === sheet.name.trim().toLowerCase())
    if (name) found[name] ??= sheet
  }
  const [only, ...others] = sheets
  if (!found.survey && only && others.length === 0 && only.rows.length > 0) return { survey: only }
  if (!found.survey) reportMissing(sheets, book)
  return found
}

function reportMissing(sheets: readonly Sheet[], book: FormIssueBook): void {
  const report = book.reportIn('survey')
  const name = sheets.find((sheet) => nearest('survey', [fold(sheet.name)]) !== undefined)?.name
  if (name === undefined) report('E_SHEET_MISSING', {})
  else report('E_SHEET_MISSING_NEAR', {}, name)
}
