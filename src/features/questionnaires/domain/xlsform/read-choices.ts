import type { FormRow, FormTable } from './form-table.ts'

/** A choice as it stands in its sheet. */
export interface ChoiceRow {
  readonly name: string
  readonly row: FormRow
}

export type ChoiceLists = ReadonlyMap<string, readonly ChoiceRow[]>

/** Gathers the rows of the sheet `choices` by their list; rows without a list are hers. */
export function readChoices(table: FormTable | undefined, allowsDuplicates: boolean): ChoiceLists {
  const lists = new Map<string, ChoiceRow[]>()
  if (!table) return lists
  if (!hasColumns(table)) return lists
  for (const row of table.rows) {
    const list = row.get('list_name')
    if (list === '') continue
    const choices = lists.get(list) ?? []
    lists.set(list, choices)
    const name = row.get('name')
    if (name === '') table.report('E_CHOICE_NAME_MISSING', row.place('name'), '', { list })
    else choices.push({ name, row })
  }
  if (!allowsDuplicates) for (const [list, choices] of lists) reportDuplicates(list, choices, table)
  return lists
}

function hasColumns({ columns, rows, report }: FormTable): boolean {
  if (rows.length === 0) return true
  const missing = ['list_name', 'name'].filter((key) => !columns.some((column) => column.key === key))
  for (const key of missing) report('E_COLUMN_MISSING', { row: 1 }, '', { key })
  return missing.length === 0
}

function reportDuplicates(list: string, choices: readonly ChoiceRow[], { report }: FormTable): void {
  const first = new Map<string, number>()
  for (const { name, row } of choices) {
    const firstRow = first.get(name)
    if (firstRow === undefined) first.set(name, row.number)
    else report('E_CHOICE_DUPLICATE', row.place('name'), name, { list, firstRow: String(firstRow) })
  }
}
