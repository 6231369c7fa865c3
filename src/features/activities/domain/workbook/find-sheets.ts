import type { Sheet, Workbook } from '../../../../shared/spreadsheet.ts'
import { fold, nearest } from '../../../../shared/tables/fold.ts'
import type { IssueBook, Report } from '../../../../shared/tables/issue.ts'
import { sheetNames, type SheetName } from './columns.ts'

/** Finds the sheets by their fixed names; others are named, because a misspelt one would be lost without a word. */
export function findSheets(workbook: Workbook, book: IssueBook): Partial<Record<SheetName, Sheet>> {
  const found: Partial<Record<SheetName, Sheet>> = {}
  for (const sheet of workbook.sheets) {
    const report = book.reportIn(sheet.name)
    const name = sheetNames.find((candidate) => candidate === fold(sheet.name))
    if (name && found[name]) report('E_SHEET_TWICE', {}, sheet.name)
    else if (name) found[name] = sheet
    else if (!isCommentary(sheet)) reportStranger(sheet, report)
  }
  if (!found.activity) book.reportIn('activity')('E_SHEET_MISSING', {}, '', { name: 'activity' })
  return found
}

/** Empty sheets, and sheets whose name begins with `#`, are hers. */
const isCommentary = ({ name, rows }: Sheet) => rows.length === 0 || name.startsWith('#')

function reportStranger(sheet: Sheet, report: Report): void {
  const suggestion = nearest(sheet.name, sheetNames)
  if (suggestion) report('E_SHEET_UNKNOWN', {}, sheet.name, { suggestion })
  else report('W_SHEET_UNKNOWN', {}, sheet.name)
}
