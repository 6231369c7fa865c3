import type { Language } from '../../../../shared/localized-text.ts'
import { cellText, type Row, type Sheet, type Workbook } from '../../../../shared/spreadsheet.ts'
import { fold } from '../../../../shared/tables/fold.ts'
import { isComment, keyReader } from '../../../../shared/tables/headers.ts'
import type { ActivityWorkbook } from './activity-workbook.ts'
import { activityColumns } from './columns.ts'
import type { FieldValues } from './field-values.ts'

/** An activity that a file names without describing it in full. */
export interface NamedActivity {
  readonly code: string
  /**
   * Its sheet `activity` has no other line. Then nothing of the activity itself changes, so that a list of participants
   * that lay about for a week does not bring its old capacity back.
   */
  readonly isAlone: boolean
}

/** The activity a file names by its code while the sheet `activity` leaves out lines that a new one needs. */
export function namedActivity(workbook: Workbook, language: Language): NamedActivity | undefined {
  const lines = linesOf(workbook, language).filter(({ value }) => value !== '')
  const code = lines.find(({ key }) => key === 'code')?.value.toUpperCase()
  if (code === undefined || needed.every((key) => lines.some((line) => line.key === key))) return undefined
  return { code, isAlone: lines.length === 1 }
}

/** The number of a row that the file does not have. */
const notInFile = 0

/** Without what is to be said about lines that the file does not have; a mistake is one of the whole sheet then. */
export const ofFile = ({ issues, warnings, ...read }: ActivityWorkbook): ActivityWorkbook => ({
  ...read,
  issues: issues.map(({ row, ...issue }) =>
    row === undefined || row === notInFile ? issue : { ...issue, row },
  ),
  warnings: warnings.filter(({ row }) => row !== notInFile),
})

/** The file with the lines that its sheet `activity` leaves out, as they stand today: it changes only those it has. */
export function completedWith(standing: FieldValues, workbook: Workbook, language: Language): Workbook {
  const there = new Set(linesOf(workbook, language).map(({ slot }) => slot))
  const left = Object.entries(standing).filter(([slot, value]) => isKept(slot, value) && !there.has(slot))
  return {
    sheets: workbook.sheets.map((sheet) =>
      isActivity(sheet) ? { ...sheet, rows: [...sheet.rows, ...rowsFrom(sheet, left)] } : sheet,
    ),
  }
}

const needed = Object.entries(activityColumns).flatMap(([key, column]) => (column.requiredLike ? [key] : []))

const isActivity = ({ name }: Sheet): boolean => fold(name) === 'activity'

/** An empty list is written as `none`, which is no name of a partner. */
const isKept = (slot: string, value: string): boolean =>
  value !== 'none' && (slot.split('::')[0] ?? '') in activityColumns

function linesOf({ sheets }: Workbook, language: Language) {
  const sheet = sheets.find(isActivity)
  const [keys, values] = [letterOf(sheet, 'key'), letterOf(sheet, 'value')]
  const read = keyReader(activityColumns, 'line', language, () => undefined)
  return (sheet?.rows.slice(1) ?? []).flatMap(({ cells, number }) => {
    const key = cells.find(({ column }) => column === keys)
    const found = key && !isComment(key) ? read(cellText(key.value), { row: number }) : undefined
    const value = cellText(cells.find(({ column }) => column === values)?.value ?? '').trim()
    return found ? [{ key: found.key, slot: [found.key, found.language ?? []].flat().join('::'), value }] : []
  })
}

const letterOf = (sheet: Sheet | undefined, name: string): string =>
  sheet?.rows[0]?.cells.find(({ value }) => fold(cellText(value)) === name)?.column ?? ''

function rowsFrom(sheet: Sheet, lines: readonly (readonly [string, string])[]): Row[] {
  const [keys, values] = [letterOf(sheet, 'key'), letterOf(sheet, 'value')]
  return lines.map(([slot, value]) => ({
    number: notInFile,
    cells: [
      { column: keys, value: slot },
      { column: values, value },
    ],
  }))
}
