import type { CellValue } from '../../../../../shared/spreadsheet.ts'
import { voiceIn } from '../../voice.ts'
import { labelIn } from '../label-text.ts'
import type { ResultColumn, ResultValues } from '../result-set.ts'
import type { TableOrder, TableRow } from './result-table.ts'
import { labelCell, namesIn, textCell, valueCell } from './value-cells.ts'

/** A column of the first sheet, and of the second where it is one there too. */
export interface TableColumn {
  readonly code: string
  readonly cell: (values: ResultValues, row: TableRow) => CellValue | null
  readonly label?: string
  readonly labelled?: (values: ResultValues, row: TableRow) => CellValue | null
}

/** Longer lists are not spread over columns: nobody would find anything in the table any more. */
const mostSpread = 60

/** The columns of a question: several choices also one by one as 1 or 0, a place also as two numbers. */
export function columnsOf(column: ResultColumn, order: TableOrder): TableColumn[] {
  return [mainColumn(column, order), ...choiceColumns(column), ...placeColumns(column)]
}

function mainColumn(column: ResultColumn, { language, headings }: TableOrder): TableColumn {
  const { code, label, form } = column
  const isFile = ['image', 'audio', 'video', 'file'].includes(column.type)
  const shown =
    (asCell: (value: string) => CellValue) =>
    (values: ResultValues, { files }: TableRow): CellValue | null => {
      const value = values[code]
      if (value === undefined) return null
      const spoken = column.type === 'text' ? voiceIn(value) : undefined
      if (spoken) return `${headings.spoken} (${spoken.seconds} s)`
      return isFile ? textCell(files[value] ?? headings.received) : asCell(value)
    }
  return {
    code,
    cell: shown((value) => valueCell(column, value)),
    label: textCell(labelIn(label, form, language) || code),
    labelled: shown((value) => labelCell(column, value, language)),
  }
}

function choiceColumns({ code, type, choices }: ResultColumn): TableColumn[] {
  if (type !== 'select_multiple' || choices.length > mostSpread) return []
  return choices.map(({ name }) => ({
    code: `${code}/${name}`,
    cell: (values) => {
      const value = values[code]
      if (value === undefined) return null
      return namesIn(value).includes(name) ? 1 : 0
    },
  }))
}

function placeColumns({ code, type }: ResultColumn): TableColumn[] {
  if (type !== 'geopoint') return []
  return ['latitude', 'longitude'].map((name, at) => ({
    code: `${code}/${name}`,
    cell: (values) => {
      const part = values[code]?.split(' ')[at]
      return part === undefined ? null : Number(part)
    },
  }))
}
