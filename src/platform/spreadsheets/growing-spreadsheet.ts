import { strToU8, Zip, ZipDeflate } from 'fflate'
import type { CellValue, ColumnToWrite } from '../../shared/spreadsheet.ts'
import { rowMarkup, sheetEnd, sheetStart } from './sheet-markup.ts'
import { fixedParts, workbookParts } from './workbook-markup.ts'

/** A file that is packed while it grows, so that a table of any length takes little memory. */
export interface GrowingSpreadsheet {
  /** Sheets stand in the order in which they were opened; they may grow side by side. */
  open(name: string, columns: readonly ColumnToWrite[]): GrowingSheet
  /** The file; nothing can be added any more. */
  finish(): Uint8Array
}

/** Takes one value per column; `null` is an empty cell. Text is always text, whatever it begins with. */
export interface GrowingSheet {
  add(values: readonly (CellValue | null)[]): void
}

/** Of 1 to 9: a table of answers repeats itself, so that more work saves little. */
const level = 4

/** So many characters are packed at once. */
const portion = 65_536

/** An `.xlsx` file that is written row by row; for small files with lists to choose from there is `writeSpreadsheet`. */
export function growingSpreadsheet(): GrowingSpreadsheet {
  const packed: Uint8Array[] = []
  const zip = new Zip((error, piece) => {
    if (error) throw error
    packed.push(piece)
  })
  const names: string[] = []
  const open: (() => void)[] = []

  function part(name: string) {
    const file = new ZipDeflate(name, { level })
    zip.add(file)
    return (text: string, isLast: boolean) => file.push(strToU8(text), isLast)
  }

  return {
    open(name, columns) {
      names.push(name)
      const push = part(`xl/worksheets/sheet${names.length}.xml`)
      let rows = 1
      let waiting = sheetStart(columns)
      open.push(() => push(waiting + sheetEnd, true))
      return {
        add(values) {
          rows += 1
          waiting += rowMarkup(rows, values)
          if (waiting.length < portion) return
          push(waiting, false)
          waiting = ''
        },
      }
    },
    finish() {
      for (const close of open) close()
      for (const [name, text] of [...fixedParts, ...workbookParts(names)]) part(name)(text, true)
      zip.end()
      return new Uint8Array(Buffer.concat(packed))
    },
  }
}
