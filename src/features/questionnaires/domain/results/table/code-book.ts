import type { CellValue, ColumnToWrite } from '../../../../../shared/spreadsheet.ts'
import type { FormLanguage, FormText } from '../../form.ts'
import { labelIn } from '../label-text.ts'
import type { ResultColumn } from '../result-set.ts'
import { factsBeside, instanceColumns, responseColumns } from './fact-columns.ts'
import type { TableHeadings, TableOrder } from './result-table.ts'
import { textCell } from './value-cells.ts'

/**
 * Writes what the codes mean: a row for each question in every language, and below it one for each choice; before them the
 * columns that are no questions.
 */
export function codeBook(
  order: TableOrder,
  open: (columns: readonly ColumnToWrite[]) => { add(values: readonly (CellValue | null)[]): void },
): void {
  const { columns, repeats, languages } = order
  const sheet = open([
    { header: 'code', width: 24 },
    { header: 'type' },
    { header: 'choice' },
    ...languages.map((language) => ({ header: headerOf(language), width: 50 })),
    { header: 'repeat' },
    { header: 'versions' },
  ])
  for (const row of factRows(order)) sheet.add(row)
  for (const column of [...columns, ...repeats.flatMap((repeat) => repeat.columns)]) {
    sheet.add(questionRow(column, languages))
    for (const choice of choiceRows(column, languages)) sheet.add(choice)
  }
}

function factRows({ isAnonymous, columns, repeats, book }: TableOrder): (CellValue | null)[][] {
  const ofResponses = factsBeside(columns, responseColumns(isAnonymous))
  const ofInstances = repeats.flatMap((repeat) => factsBeside(repeat.columns, instanceColumns(isAnonymous)))
  const facts = new Map([...ofResponses, ...ofInstances].map((one) => [one.code, one]))
  return [...facts.values()].flatMap(({ code, type, heading, choices = [] }) => {
    const headings = (key: keyof TableHeadings) => book.map((one) => one[key])
    return [
      [code, type, null, ...headings(heading), null, null],
      ...choices.map((name) => [code, null, name, ...headings(name), null, null]),
    ]
  })
}

const headerOf = ({ name }: FormLanguage): string => (name === '' ? 'label' : `label::${name}`)

function questionRow(column: ResultColumn, languages: readonly FormLanguage[]): (CellValue | null)[] {
  const { code, type, label, form, repeat, versions } = column
  const labels = languages.map((language) => cellOf(label, form, language))
  return [code, type, null, ...labels, repeat ?? null, textCell(versions.join(', '))]
}

const choiceRows = ({ code, choices }: ResultColumn, languages: readonly FormLanguage[]) =>
  choices.map(({ name, label, form }): (CellValue | null)[] => [
    ...[code, null, name],
    ...languages.map((language) => cellOf(label, form, language)),
    ...[null, null],
  ])

const cellOf = (label: FormText | undefined, form: ResultColumn['form'], language: FormLanguage) =>
  textCell(labelIn(label, form, language)) || null
