import type { CellValue } from '../../../../../shared/spreadsheet.ts'
import type { TableFacts, TableHeadings, TableRow } from './result-table.ts'
import { momentCell, textCell } from './value-cells.ts'

/** A column that is no question: it says whose row it is. */
export interface FactColumn {
  readonly code: string
  readonly heading: keyof TableHeadings
  readonly cell: (row: TableRow, numbers: RowNumbers) => CellValue | null
  /** How it reads on the second sheet, where that is not the same. */
  readonly label?: (row: TableRow, headings: TableHeadings) => CellValue | null
}

export interface RowNumbers {
  /** Of the response, within the file. */
  readonly response: number
  /** Within the sheet of a repeat, and within the response. */
  readonly instance?: { readonly index: number; readonly at: number }
}

type Fact = Exclude<keyof TableFacts, 'round'>

const fact = (code: string, heading: Fact): FactColumn => ({
  code,
  heading,
  cell: ({ facts }) => {
    const said = facts?.[heading] ?? ''
    if (said === '') return null
    return heading === 'submittedAt' ? momentCell(said) : textCell(said)
  },
})

const source: FactColumn = {
  ...fact('_source', 'source'),
  label: ({ facts }, headings) => (facts ? headings[facts.source] : null),
}

/** Of a response. Nothing but its place in the file where nobody is to be told from it. */
export const responseColumns = (isAnonymous: boolean): FactColumn[] => [
  { code: '_index', heading: 'index', cell: (_row, { response }) => response },
  ...(isAnonymous
    ? []
    : [
        ...[fact('_reference', 'reference'), fact('_submitted_at', 'submittedAt')],
        ...[fact('_version', 'version'), fact('_person', 'person'), fact('_firm', 'firm')],
        ...[fact('_activity', 'activity'), source],
        {
          ...{ code: '_round', heading: 'round' as const },
          cell: ({ facts }: TableRow) => facts?.round ?? null,
        },
      ]),
]

/** Of an instance of a repeat: where it stands, and which response it is of. */
export const instanceColumns = (isAnonymous: boolean): FactColumn[] => [
  { code: '_index', heading: 'index', cell: (_row, { instance }) => instance?.index ?? null },
  { code: '_parent_index', heading: 'parent', cell: (_row, { response }) => response },
  { code: '_instance', heading: 'instance', cell: (_row, { instance }) => instance?.at ?? null },
  ...(isAnonymous ? [] : [fact('_reference', 'reference')]),
]
