import { cellText, columnIndex, columnLetter, type Cell, type Row, type Sheet } from '../spreadsheet.ts'
import { fold } from './fold.ts'

/** The same sheet with texts in a column, by the numbers of their rows; a column that is not there yet comes last. */
export function fillColumn(sheet: Sheet, name: string, texts: ReadonlyMap<number, string>): Sheet {
  const [header, ...rows] = sheet.rows
  if (!header || texts.size === 0) return sheet
  const own = header.cells.find(({ value }) => fold(cellText(value)) === fold(name))?.column
  const column = own ?? columnLetter(Math.max(...sheet.rows.map(widthOf)))
  const filled = rows.map((row) => {
    const text = texts.get(row.number)
    return text === undefined ? row : withCell(row, { column, value: text })
  })
  return { ...sheet, rows: [own ? header : withCell(header, { column, value: name }), ...filled] }
}

const withCell = (row: Row, cell: Cell): Row => ({
  ...row,
  cells: [...row.cells.filter(({ column }) => column !== cell.column), cell].sort(
    (left, right) => columnIndex(left.column) - columnIndex(right.column),
  ),
})

const widthOf = ({ cells }: Row) => columnIndex(cells.at(-1)?.column ?? 'A') + 1
