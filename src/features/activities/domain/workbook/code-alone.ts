import { cellText, type Row, type Workbook } from '../../../../shared/spreadsheet.ts'
import { fold } from '../../../../shared/tables/fold.ts'

/**
 * The code of the activity that a file only names: its sheet `activity` has no other line. Then nothing of the activity
 * itself changes, so that a list of participants that lay about for a week does not bring its old capacity back.
 */
export function codeAlone({ sheets }: Workbook): string | undefined {
  const sheet = sheets.find(({ name }) => fold(name) === 'activity')
  const [header, ...rows] = sheet?.rows ?? []
  const letter = (key: string) =>
    header?.cells.find(({ value }) => fold(cellText(value)) === key)?.column ?? ''
  const textIn = ({ cells }: Row, column: string) =>
    cellText(cells.find((cell) => cell.column === column)?.value ?? '').trim()
  const lines = rows
    .map((row) => ({ key: textIn(row, letter('key')), value: textIn(row, letter('value')) }))
    .filter(({ key, value }) => key !== '' && value !== '' && !key.startsWith('#'))
  const [only, ...more] = lines
  return only && more.length === 0 && fold(only.key) === 'code' ? only.value.toUpperCase() : undefined
}
