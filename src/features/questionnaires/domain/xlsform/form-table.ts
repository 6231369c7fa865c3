import type { CellValue, Sheet } from '../../../../shared/spreadsheet.ts'
import type { Place } from '../../../../shared/tables/issue.ts'
import { cellProse, cellWords } from './cell-words.ts'
import type { FormReport } from './form-issue.ts'
import type { HeaderWords } from './header-words.ts'
import { readHeaders, type FormColumn } from './read-headers.ts'

/** A sheet of a form by what its columns mean. */
export interface FormTable {
  readonly name: string
  readonly columns: readonly FormColumn[]
  readonly rows: readonly FormRow[]
  readonly report: FormReport
}

export interface FormRow {
  readonly number: number
  /** What stands under a key; empty where nothing does. */
  readonly get: (key: string) => string
  /** A text in all its languages, as it is written. */
  readonly prose: (key: string) => readonly Prose[]
  /** The columns that are hers, by their headers. */
  readonly others: () => ReadonlyMap<string, string>
  readonly place: (key: string) => Place
}

export interface Prose extends Place {
  readonly text: string
  readonly language: string | undefined
}

/** Longer gaps are taken for the end of the sheet: what stands below is somebody's notes. */
const longestGap = 60

export function readFormTable(sheet: Sheet, words: HeaderWords, report: FormReport): FormTable {
  const [header, ...rows] = sheet.rows
  const columns = readHeaders(header, words, report)
  const letters = new Map(columns.map((column) => [column.letter, column]))
  const kept: FormRow[] = []
  let last = header?.number ?? 1
  for (const { number, cells } of rows) {
    const filled = cells.flatMap(({ column: letter, value }) => {
      const column = letters.get(letter)
      return column && cellWords(value) !== '' ? [{ column, value }] : []
    })
    if (filled.length === 0) continue
    if (number - last > longestGap + 1) {
      report('W_ROWS_IGNORED', { row: number })
      break
    }
    last = number
    kept.push(formRow(number, filled, columns))
  }
  return { name: sheet.name, columns, rows: kept, report }
}

interface FilledCell {
  readonly column: FormColumn
  readonly value: CellValue
}

function formRow(number: number, cells: readonly FilledCell[], columns: readonly FormColumn[]): FormRow {
  const byKey = Map.groupBy(cells, ({ column }) => column.key)
  const of = (key: string) => byKey.get(key) ?? []
  const plain = (key: string) => of(key).findLast(({ column }) => column.language === undefined)
  return {
    number,
    get: (key) => {
      const cell = plain(key) ?? of(key)[0]
      return cell ? cellWords(cell.value) : ''
    },
    prose: (key) =>
      of(key).map(({ column, value }) => ({
        text: cellProse(value),
        language: column.language,
        row: number,
        column: column.letter,
      })),
    others: () =>
      new Map(
        cells.flatMap(({ column, value }) =>
          column.key === undefined ? [[column.header, cellWords(value)] as const] : [],
        ),
      ),
    place: (key) => ({
      row: number,
      column: (plain(key) ?? of(key)[0])?.column.letter ?? columns.find((one) => one.key === key)?.letter,
    }),
  }
}

/** Names the columns that nobody reads, once, so that nothing is lost without a word. */
export function reportIgnoredColumns({ columns, report }: FormTable): void {
  const ignored = columns.filter(({ key }) => key === undefined)
  const [first] = ignored
  if (!first) return
  const names = ignored.map(({ header }) => header).join(', ')
  report('W_COLUMN_IGNORED', { row: 1 }, names, { count: ignored.length })
}
