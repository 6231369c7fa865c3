import { languages } from '../../../../../shared/localized-text.ts'
import type { CellValue } from '../../../../../shared/spreadsheet.ts'
import type { TableFacts, TableHeadings, TableRow } from './result-table.ts'
import { momentCell, textCell } from './value-cells.ts'

/** A column that is no question: it says whose row it is. */
export interface FactColumn {
  readonly code: string
  /** As a question of a form would have it. */
  readonly type: 'integer' | 'text' | 'dateTime' | 'select_one'
  readonly heading: keyof TableHeadings
  readonly cell: (row: TableRow, numbers: RowNumbers) => CellValue | null
  /** What can stand in it, where that is a code; the second sheet has the heading of the same name. */
  readonly choices?: readonly (keyof TableHeadings)[]
}

export interface RowNumbers {
  /** Of the response, within the file. */
  readonly response: number
  /** Within the sheet of a repeat, and within the response. */
  readonly instance?: { readonly index: number; readonly at: number }
}

type Fact = Exclude<keyof TableFacts, 'round'>

const fact = (code: string, heading: Fact): FactColumn => ({
  ...{ code, heading },
  type: heading === 'submittedAt' ? 'dateTime' : 'text',
  cell: ({ facts }) => {
    const said = facts?.[heading] ?? ''
    if (said === '') return null
    return heading === 'submittedAt' ? momentCell(said) : textCell(said)
  },
})

const choice = (
  code: string,
  heading: 'source' | 'language',
  choices: FactColumn['choices'] = [],
): FactColumn => ({
  ...fact(code, heading),
  ...{ type: 'select_one', choices },
})

const number = (code: string, heading: keyof TableHeadings, cell: FactColumn['cell']): FactColumn => ({
  ...{ code, type: 'integer', heading, cell },
})

/** Of a response. Nothing but its place in the file where nobody is to be told from it. */
export const responseColumns = (isAnonymous: boolean): FactColumn[] => [
  number('_index', 'index', (_row, { response }) => response),
  ...(isAnonymous
    ? []
    : [
        ...[fact('_reference', 'reference'), fact('_submitted_at', 'submittedAt')],
        ...[fact('_version', 'version'), fact('_person', 'person'), fact('_firm', 'firm')],
        fact('_activity', 'activity'),
        choice('_source', 'source', ['self', 'coordinator']),
        choice('_language', 'language', languages),
        number('_round', 'round', ({ facts }) => facts?.round ?? null),
      ]),
]

/** Of an instance of a repeat: where it stands, and which response it is of. */
export const instanceColumns = (isAnonymous: boolean): FactColumn[] => [
  number('_index', 'index', (_row, { instance }) => instance?.index ?? null),
  number('_parent_index', 'parent', (_row, { response }) => response),
  number('_instance', 'instance', (_row, { instance }) => instance?.at ?? null),
  ...(isAnonymous ? [] : [fact('_reference', 'reference')]),
]

/** How it reads on the second sheet. */
export function labelOf(
  { cell, choices }: FactColumn,
  headings: TableHeadings,
): (row: TableRow, numbers: RowNumbers) => CellValue | null {
  return (row, numbers) => {
    const value = cell(row, numbers)
    const chosen = choices?.find((one) => one === value)
    return chosen ? headings[chosen] : value
  }
}

/** The same under free names: a question may have the name of one of our own columns. */
export const factsBeside = (
  questions: readonly { readonly code: string }[],
  facts: readonly FactColumn[],
): FactColumn[] => {
  const taken = questions.map(({ code }) => code)
  return facts.map((fact) => ({ ...fact, code: freeCode(fact.code, taken) }))
}

const freeCode = (code: string, taken: readonly string[]): string =>
  taken.includes(code) ? freeCode(`_${code}`, taken) : code
