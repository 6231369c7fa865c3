import type { RowToWrite, SheetToWrite } from '../../../../../shared/spreadsheet.ts'
import type { ResultColumn, ResultValues } from '../result-set.ts'
import { codeBook } from './code-book.ts'
import { instanceColumns, responseColumns, type FactColumn, type RowNumbers } from './fact-columns.ts'
import type { TableHeadings, TableOrder, TableRow } from './result-table.ts'
import { sheetNames } from './sheet-names.ts'
import { columnsOf, type TableColumn } from './table-columns.ts'

/** A table that grows by responses: by codes, by labels, what the codes mean, and each repeat apart. */
export interface ResultSheets {
  add(row: TableRow): void
  sheets(): SheetToWrite[]
}

/** Two sheets about the same: one for those who calculate, one for those who read. */
interface Pair {
  readonly facts: readonly FactColumn[]
  readonly columns: readonly TableColumn[]
  readonly coded: RowToWrite[]
  readonly labelled: RowToWrite[]
  readonly headings: TableHeadings
}

/** Makes the sheets of a table of results. */
export function resultSheets(order: TableOrder): ResultSheets {
  const { isAnonymous, headings } = order
  const pairOf = (facts: readonly FactColumn[], columns: readonly ResultColumn[]): Pair => ({
    ...{ facts, columns: columns.flatMap((one) => columnsOf(one, order)) },
    ...{ coded: [], labelled: [], headings },
  })
  const answers = pairOf(responseColumns(isAnonymous), order.columns)
  const repeats = new Map(
    order.repeats.map(({ code, columns }) => [code, pairOf(instanceColumns(isAnonymous), columns)]),
  )

  return {
    add(row) {
      const response = answers.coded.length + 1
      addTo(answers, row.values, row, { response })
      for (const [code, pair] of repeats)
        for (const [at, values] of (row.repeats[code] ?? []).entries())
          addTo(pair, values, row, { response, instance: { index: pair.coded.length + 1, at: at + 1 } })
    },

    sheets() {
      const [answersName = '', labelsName = '', bookName = '', ...names] = sheetNames([
        ...['answers', 'labels', 'codebook'],
        ...order.repeats.flatMap(({ code }) => [code, `${code.slice(0, 24)} labels`]),
      ])
      return [
        codedSheet(answersName, answers),
        labelledSheet(labelsName, answers),
        codeBook(bookName, order),
        ...[...repeats.values()].flatMap((pair, at) => [
          codedSheet(names[2 * at] ?? '', pair),
          labelledSheet(names[2 * at + 1] ?? '', pair),
        ]),
      ]
    },
  }

  function codedSheet(name: string, { facts, columns, coded }: Pair): SheetToWrite {
    const ofQuestions = columns.map(({ code }) => code)
    const codes = [...facts.map(({ code }) => freeCode(code, ofQuestions)), ...ofQuestions]
    return { name, columns: codes.map((header) => ({ header })), rows: coded }
  }

  function labelledSheet(name: string, { facts, columns, labelled }: Pair): SheetToWrite {
    const labels = columns.flatMap(({ label }) => label ?? [])
    const headers = [...facts.map(({ heading }) => headings[heading]), ...labels]
    return { name, columns: headers.map((header) => ({ header, width: 24 })), rows: labelled }
  }
}

/** A question may have the name of one of our own columns. */
const freeCode = (code: string, taken: readonly string[]): string =>
  taken.includes(code) ? freeCode(`_${code}`, taken) : code

function addTo(pair: Pair, values: ResultValues, row: TableRow, numbers: RowNumbers): void {
  const { facts, columns, headings } = pair
  pair.coded.push({
    values: [...facts.map(({ cell }) => cell(row, numbers)), ...columns.map(({ cell }) => cell(values, row))],
  })
  pair.labelled.push({
    values: [
      ...facts.map(({ cell, label }) => (label ? label(row, headings) : cell(row, numbers))),
      ...columns.flatMap(({ labelled }) => (labelled ? [labelled(values, row)] : [])),
    ],
  })
}
