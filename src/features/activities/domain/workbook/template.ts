import { languages, type Language } from '../../../../shared/localized-text.ts'
import type {
  CellValue,
  ColumnToWrite,
  RowToWrite,
  SheetToWrite,
  Workbook,
} from '../../../../shared/spreadsheet.ts'
import type { Columns } from '../../../../shared/tables/columns.ts'
import { fold } from '../../../../shared/tables/fold.ts'
import {
  columnToWrite,
  slotsOf,
  templateSheet,
  type Explain,
} from '../../../../shared/tables/template-sheet.ts'
import { asSheets, expandRecord } from '../../../../shared/tables/write-table.ts'
import { sheetColumns, sheetNames } from './columns.ts'
import { templateExamples } from './template-examples.ts'

export interface TemplateNeeds {
  /** Her language: it comes first, and explanations are in it. */
  readonly language: Language
  /** The sentence of `columns.<sheet>.<key>` in her language. */
  readonly explain: Explain
  /** The first day of the example. */
  readonly startsOn: Temporal.PlainDate
}

/** The empty workbook with examples in it, for a coordinator to overwrite; it reads back without an issue. */
export function activityTemplate({ language, explain, startsOn }: TemplateNeeds): SheetToWrite[] {
  const examples = templateExamples(startsOn)
  return sheetNames.map((name) =>
    name === 'activity'
      ? keysSheet(language, explain, expandRecord(examples.activity))
      : templateSheet({
          name,
          columns: sheetColumns[name],
          languages: name === 'faq' ? ownFirst(language) : [language],
          explain,
          examples: examples[name],
        }),
  )
}

const ownFirst = (language: Language) => [language, ...languages.filter((other) => other !== language)]

const keysHeader: readonly ColumnToWrite[] = [
  { header: 'key', width: 26 },
  { header: 'value', width: 60 },
  { header: '#', width: 50 },
]

/** The sheet `activity`: one line per key, explained at its side. */
function keysSheet(
  language: Language,
  explain: Explain,
  example: ReadonlyMap<string, CellValue>,
): SheetToWrite {
  const lines = Object.entries(sheetColumns.activity).flatMap(([key, column]) =>
    slotsOf(key, column, ownFirst(language)).map((slot, index): RowToWrite => {
      const choices = 'choices' in column ? { choices: { 1: column.choices ?? [] } } : {}
      return {
        values: [slot, example.get(slot) ?? null, index === 0 ? explain('activity', key) : null],
        ...choices,
      }
    }),
  )
  const note: RowToWrite = {
    values: [`# ${explain('notes', 'key')}`, explain('notes', 'value'), explain('notes', 'example')],
    isNote: true,
  }
  return { name: 'activity', columns: keysHeader, rows: [note, ...lines] }
}

/** Her own file again, as it was read or with ids filled in, with the widths and drop-down lists of the template. */
export const activityFile = (workbook: Workbook): SheetToWrite[] =>
  asSheets(workbook).map((sheet) => {
    const name = sheetNames.find((candidate) => candidate === fold(sheet.name))
    if (!name) return sheet
    if (name === 'activity') return { ...sheet, columns: withWidths(sheet.columns) }
    const columns: Columns = sheetColumns[name]
    return { ...sheet, columns: sheet.columns.map(({ header }) => dressed(header, columns)) }
  })

const withWidths = (columns: readonly ColumnToWrite[]): ColumnToWrite[] =>
  columns.map((column, index) => ({ ...column, width: keysHeader[index]?.width ?? 20 }))

function dressed(header: string, columns: Columns): ColumnToWrite {
  const column = columns[header.split('::')[0] ?? header]
  return column ? columnToWrite(header, column) : { header }
}
