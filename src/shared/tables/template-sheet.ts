import type { Language } from '../localized-text.ts'
import type { ColumnToWrite, SheetToWrite } from '../spreadsheet.ts'
import type { Column, Columns, LocalizedColumn } from './columns.ts'
import { expandRecord, type RecordToWrite } from './write-table.ts'

/** Says in the reader's language what a key of a sheet is for. */
export type Explain = (sheet: string, key: string) => string

/** A key as it stands in the header: `title::tr`, `title::en`; others once. */
export const slotsOf = (
  key: string,
  column: Column<unknown> | LocalizedColumn,
  languages: readonly Language[],
): string[] => ('isLocalized' in column ? languages.map((language) => `${key}::${language}`) : [key])

/** An empty sheet with all its columns, a row that explains them, examples, and drop-down lists. */
export function templateSheet({
  name,
  columns,
  languages,
  explain,
  examples,
}: {
  name: string
  columns: Columns
  languages: readonly Language[]
  explain: Explain
  examples: readonly RecordToWrite[]
}): SheetToWrite {
  const slots = Object.entries(columns).flatMap(([key, column]) =>
    slotsOf(key, column, languages).map((header) => ({ key, header, column })),
  )
  const rows = examples.map(expandRecord)
  const explanations = slots.map(({ key }, index) => `${index === 0 ? '# ' : ''}${explain(name, key)}`)
  return {
    name,
    columns: slots.map(({ header, column }) => columnToWrite(header, column)),
    rows: [
      { values: explanations, isNote: true },
      ...rows.map((row) => ({ values: slots.map(({ header }) => row.get(header) ?? null) })),
    ],
  }
}

/** A column with its width and its drop-down list. */
export const columnToWrite = (header: string, column: Column<unknown> | LocalizedColumn): ColumnToWrite => ({
  header,
  ...(column.width === undefined ? {} : { width: column.width }),
  ...('choices' in column && column.choices ? { choices: column.choices } : {}),
})
