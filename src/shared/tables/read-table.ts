import type { Language } from '../localized-text.ts'
import { cellText, type Cell, type Row, type Sheet } from '../spreadsheet.ts'
import type { Columns } from './columns.ts'
import { isComment, keyReader, type Slot } from './headers.ts'
import type { Report } from './issue.ts'
import { readRecord, type Field, type TableRow } from './read-record.ts'

export interface TableReading {
  readonly defaultLanguage: Language
  readonly report: Report
}

/** Reads a sheet whose first row holds the keys. A second row that begins with `#` explains them and is skipped. */
export function readTable<C extends Columns>(
  sheet: Sheet,
  columns: C,
  { defaultLanguage, report }: TableReading,
): TableRow<C>[] {
  const [header, ...rows] = sheet.rows
  if (!header) return []
  const slots = readHeader(header, columns, { defaultLanguage, report })
  const letterOf = new Map([...slots].map(([letter, { key }]) => [key, letter]))
  for (const [key, { requiredLike }] of Object.entries(columns))
    if (requiredLike !== undefined && !letterOf.has(key))
      report('E_COLUMN_MISSING', { row: header.number }, '', { key, example: requiredLike })
  reportUnnamed(header, withoutComment(rows), report)
  const known = onlyWithColumns(columns, letterOf)
  return withoutComment(rows).flatMap((row) => {
    const fields = fieldsOf(row, slots)
    const emptyPlace = (key: string) => ({ row: row.number, column: letterOf.get(key) })
    return fields.length === 0 ? [] : [readRecord(known, fields, row.number, emptyPlace, report)]
  })
}

function readHeader(
  header: Row,
  columns: Columns,
  { defaultLanguage, report }: TableReading,
): Map<string, Slot> {
  const readKey = keyReader(columns, 'column', defaultLanguage, report)
  const slots = new Map<string, Slot>()
  for (const cell of header.cells) {
    if (isComment(cell) || isBlank(cell)) continue
    const slot = readKey(cellText(cell.value), { row: header.number, column: cell.column })
    if (slot) slots.set(cell.column, slot)
  }
  return slots
}

/** Values in a column without a header would be lost without a word; each such column is named once. */
function reportUnnamed(header: Row, rows: readonly Row[], report: Report): void {
  const named = new Set(header.cells.filter((cell) => !isBlank(cell)).map(({ column }) => column))
  for (const { number, cells } of rows)
    for (const cell of cells) {
      if (named.has(cell.column) || isBlank(cell)) continue
      named.add(cell.column)
      report('W_COLUMN_UNNAMED', { row: number, column: cell.column }, cellText(cell.value))
    }
}

/** A column that is missing altogether is said once, not again for every row. */
function onlyWithColumns<C extends Columns>(columns: C, letterOf: ReadonlyMap<string, string>): C {
  const relaxed = Object.entries(columns).map(([key, { requiredLike, ...column }]) => {
    const isKept = requiredLike !== undefined && letterOf.has(key)
    return [key, isKept ? { ...column, requiredLike } : column]
  })
  return Object.fromEntries(relaxed) as C
}

const withoutComment = ([first, ...rest]: readonly Row[]): readonly Row[] =>
  !first ? [] : isComment(first.cells[0]) ? rest : [first, ...rest]

const fieldsOf = ({ number, cells }: Row, slots: ReadonlyMap<string, Slot>): Field[] =>
  cells.flatMap((cell) => {
    const slot = slots.get(cell.column)
    return slot && !isBlank(cell)
      ? [{ slot, value: cell.value, place: { row: number, column: cell.column } }]
      : []
  })

export const isBlank = ({ value }: Cell) => typeof value === 'string' && value.trim() === ''
