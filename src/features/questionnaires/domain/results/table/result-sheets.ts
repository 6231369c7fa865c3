import type { CellValue, ColumnToWrite } from '../../../../../shared/spreadsheet.ts'
import type { ResultColumn, ResultValues } from '../result-set.ts'
import { codeBook } from './code-book.ts'
import {
  factsBeside,
  instanceColumns,
  labelOf,
  responseColumns,
  type FactColumn,
  type RowNumbers,
} from './fact-columns.ts'
import type { TableHeadings, TableOrder, TableRow } from './result-table.ts'
import { sheetNames } from './sheet-names.ts'
import { columnsOf, type TableColumn } from './table-columns.ts'

/** Opens a sheet and takes its rows, one value per column. */
export type OpenSheet = (
  name: string,
  columns: readonly ColumnToWrite[],
) => { add(values: readonly (CellValue | null)[]): void }

/** Two sheets about the same: one for those who calculate, one for those who read. */
interface Pair {
  /** How many rows it has. */
  count: number
  add(values: ResultValues, row: TableRow, numbers: RowNumbers): void
}

/**
 * Opens the sheets of a table of results: by codes, by labels, what the codes mean, and each repeat apart. What comes back
 * takes the responses, one by one.
 */
export function resultSheets(order: TableOrder, open: OpenSheet): (row: TableRow) => void {
  const { isAnonymous, headings, repeats } = order
  const [coded = '', labelled = '', book = '', ...names] = sheetNames([
    ...['answers', 'labels', 'codebook'],
    ...repeats.flatMap(({ code }) => [code, `${code.slice(0, 24)} labels`]),
  ])
  const pair = (facts: readonly FactColumn[], questions: readonly ResultColumn[], own: [string, string]) => {
    const columns = questions.flatMap((one) => columnsOf(one, order))
    return pairOf({ facts: factsBeside(columns, facts), columns, headings }, own, open)
  }
  const answers = pair(responseColumns(isAnonymous), order.columns, [coded, labelled])
  codeBook(order, (columns) => open(book, columns))
  const instances = repeats.map(({ code, columns }, at) => ({
    code,
    pair: pair(instanceColumns(isAnonymous), columns, [names[2 * at] ?? '', names[2 * at + 1] ?? '']),
  }))

  return (row) => {
    answers.add(row.values, row, { response: answers.count + 1 })
    for (const { code, pair: ofRepeat } of instances)
      for (const [at, values] of (row.repeats[code] ?? []).entries())
        ofRepeat.add(values, row, {
          response: answers.count,
          instance: { index: ofRepeat.count + 1, at: at + 1 },
        })
  }
}

interface Columns {
  readonly facts: readonly FactColumn[]
  readonly columns: readonly TableColumn[]
  readonly headings: TableHeadings
}

function pairOf({ facts, columns, headings }: Columns, names: [string, string], open: OpenSheet): Pair {
  const codes = [...facts, ...columns].map(({ code }) => code)
  const labels = [
    ...facts.map(({ heading }) => headings[heading]),
    ...columns.flatMap(({ label }) => label ?? []),
  ]
  const coded = open(
    names[0],
    codes.map((header) => ({ header })),
  )
  const labelled = open(
    names[1],
    labels.map((header) => ({ header, width: 24 })),
  )
  const labelCells = facts.map((one) => labelOf(one, headings))
  const pair: Pair = {
    count: 0,
    add(values, row, numbers) {
      pair.count += 1
      coded.add([
        ...facts.map(({ cell }) => cell(row, numbers)),
        ...columns.map(({ cell }) => cell(values, row)),
      ])
      labelled.add([
        ...labelCells.map((cell) => cell(row, numbers)),
        ...columns.flatMap((one) => (one.labelled ? [one.labelled(values, row)] : [])),
      ])
    },
  }
  return pair
}
