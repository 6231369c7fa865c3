import { isLanguage, type LocalizedText } from '../localized-text.ts'
import {
  cellText,
  columnIndex,
  columnLetter,
  type CellValue,
  type Row,
  type SheetToWrite,
  type Workbook,
} from '../spreadsheet.ts'

/** A row by its keys; a text in several languages becomes one column (or line) per language. */
export type RecordToWrite = Readonly<Record<string, CellValue | LocalizedText | null>>

/** `title` with texts in two languages → `title::tr` and `title::en`. */
export function expandRecord(record: RecordToWrite): Map<string, CellValue> {
  const cells = new Map<string, CellValue>()
  for (const [key, value] of Object.entries(record)) {
    if (value === null) continue
    if (!isLocalized(value)) cells.set(key, value)
    else for (const [language, text] of Object.entries(value)) cells.set(`${key}::${language}`, text)
  }
  return cells
}

/** A sheet of rows, with a column for every key that one of them has. */
export function tableSheet(name: string, records: readonly RecordToWrite[]): SheetToWrite {
  const rows = records.map(expandRecord)
  const keys = [...new Set(rows.flatMap((row) => [...row.keys()]))]
  return {
    name,
    columns: keys.map((header) => ({ header })),
    rows: rows.map((row) => ({ values: keys.map((key) => row.get(key) ?? null) })),
  }
}

/** A sheet of keys and values. */
export const keysAndValuesSheet = (name: string, record: RecordToWrite): SheetToWrite => ({
  name,
  columns: [
    { header: 'key', width: 26 },
    { header: 'value', width: 60 },
  ],
  rows: [...expandRecord(record)].map(([key, value]) => ({ values: [key, value] })),
})

/** What a reader would find in the written file. */
export const asWorkbook = (sheets: readonly SheetToWrite[]): Workbook => ({
  sheets: sheets.map(({ name, columns, rows }) => ({
    name,
    rows: [columns.map(({ header }) => header), ...rows.map(({ values }) => values)].map((values, index) => ({
      number: index + 1,
      cells: values.flatMap((value, place) =>
        value === null || value === '' ? [] : [{ column: columnLetter(place), value }],
      ),
    })),
  })),
})

/** A workbook that was read, to be written again: every value in its row and column, the first row as the header. */
export const asSheets = (workbook: Workbook): SheetToWrite[] =>
  workbook.sheets.map(({ name, rows: [header, ...rows] }) => {
    const width = Math.max(0, ...[header, ...rows].map((row) => lengthOf(row)))
    return {
      name,
      columns: valuesOf(header, width).map((value) => ({ header: value === null ? '' : cellText(value) })),
      rows: withGaps(rows, header?.number ?? 1).map((row, index) => ({
        values: valuesOf(row, width),
        isNote: index === 0 && cellText(row?.cells[0]?.value ?? '').startsWith('#'),
      })),
    }
  })

/** Empty rows are kept, so that a row that was complained about is still found under its number; a far-off one moves up. */
function withGaps(rows: readonly Row[], headerNumber: number): (Row | undefined)[] {
  const span = (rows.at(-1)?.number ?? headerNumber) - headerNumber
  if (span > 2 * rows.length + 1000) return [...rows]
  const byNumber = new Map(rows.map((row) => [row.number, row]))
  return Array.from({ length: span }, (_, index) => byNumber.get(headerNumber + 1 + index))
}

const lengthOf = (row: Row | undefined) => columnIndex(row?.cells.at(-1)?.column ?? '') + 1

function valuesOf(row: Row | undefined, width: number): (CellValue | null)[] {
  const values = new Map(row?.cells.map(({ column, value }) => [column, value]))
  return Array.from({ length: width }, (_, index) => values.get(columnLetter(index)) ?? null)
}

const isLocalized = (value: CellValue | LocalizedText): value is LocalizedText =>
  typeof value === 'object' && Object.keys(value).every(isLanguage)
