/** A spreadsheet as plain data: what a reader found in a file, and what a writer is asked to put into one. */
export interface Workbook {
  readonly sheets: readonly Sheet[]
}

export interface Sheet {
  readonly name: string
  /** Only rows with something in them, in order. */
  readonly rows: readonly Row[]
}

export interface Row {
  /** As the program on her desk counts: the first row is 1. */
  readonly number: number
  /** Only cells with something in them, from left to right. */
  readonly cells: readonly Cell[]
}

export interface Cell {
  /** `A`, `B`, … `AA`. */
  readonly column: string
  readonly value: CellValue
}

/** A real date, time of day, or both, in nobody's time zone: `2026-12-10` and `09:30:00`. */
export interface DateTimeCell {
  readonly date?: string
  readonly time?: string
}

export type CellValue = string | number | boolean | DateTimeCell

/** A sheet to be written; its first row is the header, which is bold and stays in sight. */
export interface SheetToWrite {
  readonly name: string
  /** Lines above the header, for a sheet that is going to be printed. */
  readonly heading?: readonly string[]
  /** Printed across the page. */
  readonly isLandscape?: boolean
  /** Of each row below the header, in points; else as high as its text. */
  readonly rowHeight?: number
  readonly columns: readonly ColumnToWrite[]
  readonly rows: readonly RowToWrite[]
}

export interface ColumnToWrite {
  readonly header: string
  /** In characters. */
  readonly width?: number
  /** Offered as a drop-down list from row 2 on; other values can still be typed. */
  readonly choices?: readonly string[]
}

/** One value per column; `null` is an empty cell. A note is set in grey italics. */
export interface RowToWrite {
  readonly values: readonly (CellValue | null)[]
  readonly isNote?: boolean
  /** A drop-down list for single cells, by the column's place (from 0). */
  readonly choices?: Readonly<Record<number, readonly string[]>>
}

/** `0` → `A`, `26` → `AA`. */
export function columnLetter(index: number): string {
  const rest = Math.floor(index / 26)
  const letter = String.fromCharCode(65 + (index % 26))
  return rest === 0 ? letter : columnLetter(rest - 1) + letter
}

/** `A` → `0`, `AA` → `26`. */
export const columnIndex = (letter: string): number =>
  [...letter].reduce((sum, character) => sum * 26 + character.charCodeAt(0) - 64, 0) - 1

/** What a person sees in the cell, near enough to name it in a sentence. */
export function cellText(value: CellValue): string {
  if (typeof value !== 'object') return String(value).trim()
  return [value.date, value.time?.replace(/:00$/, '')].filter(Boolean).join(' ')
}
