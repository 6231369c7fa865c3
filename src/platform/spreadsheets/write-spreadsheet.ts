import writeExcelFile, { type CellObject } from 'write-excel-file/node'
import type { CellValue, ColumnToWrite, RowToWrite, SheetToWrite } from '../../shared/spreadsheet.ts'
import { escapeText } from './cell-text.ts'
import { dropDownLists } from './drop-down-lists.ts'

const defaultWidth = 16

/** Writes an `.xlsx` file. Text is always a text cell, whatever it begins with, so nothing in it is ever executed. */
export async function writeSpreadsheet(sheets: readonly SheetToWrite[]): Promise<Uint8Array> {
  const file = writeExcelFile(sheets.map(sheetOptions), { features: [dropDownLists(sheets)] })
  return new Uint8Array(await file.toBuffer())
}

const sheetOptions = ({ name, columns, rows, heading = [], isLandscape, rowHeight }: SheetToWrite) => ({
  sheet: name,
  columns: columns.map(({ width = defaultWidth }) => ({ width })),
  stickyRowsCount: heading.length + 1,
  ...(isLandscape ? { orientation: 'landscape' as const } : {}),
  data: [
    ...heading.map((line, place) => [
      headingCell(line, place, columns.length),
      // What a wide cell covers is written as empty.
      ...columns.slice(1).map(() => null),
    ]),
    columns.map(headerCell),
    ...rows.map((row) => dataRow(row).map((one) => (rowHeight ? withHeight(one, rowHeight) : one))),
  ],
})

/** A line over the whole width; the first is the title. */
const headingCell = (line: string, place: number, columnSpan: number): CellObject => ({
  ...{ type: String, value: escapeText(line), format: '@', columnSpan },
  ...(place === 0 ? { fontWeight: 'bold' as const, fontSize: 14 } : {}),
})

/** A row that somebody writes into by hand has lines around its cells. */
const withHeight = (one: CellObject | null, height: number): CellObject => ({
  ...(one ?? { type: String, value: '' }),
  ...{ height, borderStyle: 'thin' as const },
})

const headerCell = ({ header }: ColumnToWrite): CellObject => ({
  ...textCell(header),
  fontWeight: 'bold',
  backgroundColor: '#DCE6F1',
})

const dataRow = ({ values, isNote = false }: RowToWrite) =>
  values.map((value) => {
    if (value === null) return null
    return isNote ? { ...cell(value), fontStyle: 'italic' as const, textColor: '#595959' } : cell(value)
  })

function cell(value: CellValue): CellObject {
  if (typeof value === 'string') return textCell(value)
  if (typeof value === 'number') return { type: Number, value, alignVertical: 'top' }
  if (typeof value === 'boolean') return { type: Boolean, value, alignVertical: 'top' }
  return momentCell(value.date, value.time)
}

const textCell = (text: string): CellObject => ({
  type: String,
  value: escapeText(text),
  format: '@',
  wrap: true,
  alignVertical: 'top',
})

/** The library reads the UTC fields of a Date, and a time of day is a fraction of the day before all days. */
function momentCell(date: string | undefined, time: string | undefined): CellObject {
  const value = new Date(`${date ?? '1899-12-30'}T${time ?? '00:00:00'}Z`)
  const format = [date && 'yyyy-mm-dd', time && 'hh:mm'].filter(Boolean).join(' ')
  return { type: Date, value, format, alignVertical: 'top' }
}
