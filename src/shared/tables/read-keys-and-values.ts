import { cellText, type Sheet } from '../spreadsheet.ts'
import type { Columns } from './columns.ts'
import { isComment, keyReader, type Slot } from './headers.ts'
import type { Report } from './issue.ts'
import { readRecord, type Field, type TableRow } from './read-record.ts'
import { isBlank, type TableReading } from './read-table.ts'

/** Reads a sheet with the columns `key` and `value` as one record. */
export function readKeysAndValues<C extends Columns>(
  sheet: Sheet,
  columns: C,
  { defaultLanguage, report }: TableReading,
): TableRow<C> | undefined {
  const keyLetter = letterOf(sheet, 'key', report)
  const valueLetter = letterOf(sheet, 'value', report)
  if (!keyLetter || !valueLetter) return undefined
  const readKey = keyReader(columns, 'line', defaultLanguage, report)
  const lines = linesOf(sheet, keyLetter, (key, row) => readKey(key, { row, column: keyLetter }))
  const fields = lines.flatMap(({ slot, row, cells }): Field[] => {
    const cell = cells.find(({ column }) => column === valueLetter)
    return cell && !isBlank(cell) ? [{ slot, value: cell.value, place: { row, column: valueLetter } }] : []
  })
  const emptyPlaceOf = (key: string) => ({
    row: lines.find(({ slot }) => slot.key === key)?.row,
    column: valueLetter,
  })
  return readRecord(columns, fields, sheet.rows[0]?.number ?? 1, emptyPlaceOf, report)
}

function letterOf({ rows: [header] }: Sheet, name: string, report: Report): string | undefined {
  const cell = header?.cells.find(({ value }) => cellText(value).toLowerCase() === name)
  if (!cell) report('E_COLUMN_MISSING', { row: header?.number ?? 1 }, '', { key: name, example: name })
  return cell?.column
}

/** The lines with a known key; those that begin with `#` are hers. */
const linesOf = (
  { rows: [, ...rows] }: Sheet,
  keyLetter: string,
  readKey: (key: string, row: number) => Slot | undefined,
) =>
  rows.flatMap(({ number, cells }) => {
    const key = cells.find(({ column }) => column === keyLetter)
    if (!key || isComment(key) || isBlank(key)) return []
    const slot = readKey(cellText(key.value), number)
    return slot ? [{ slot, row: number, cells }] : []
  })
