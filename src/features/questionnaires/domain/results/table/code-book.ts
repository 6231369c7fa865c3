import type { CellValue, ColumnToWrite } from '../../../../../shared/spreadsheet.ts'
import type { FormLanguage, FormText } from '../../form.ts'
import { labelIn } from '../label-text.ts'
import type { ResultColumn } from '../result-set.ts'
import type { TableOrder } from './result-table.ts'
import { textCell } from './value-cells.ts'

/** Writes what the codes mean: a row for each question in every language, and below it one for each choice. */
export function codeBook(
  { columns, repeats, languages }: TableOrder,
  open: (columns: readonly ColumnToWrite[]) => { add(values: readonly (CellValue | null)[]): void },
): void {
  const sheet = open([
    { header: 'code', width: 24 },
    { header: 'type' },
    { header: 'choice' },
    ...languages.map((language) => ({ header: headerOf(language), width: 50 })),
    { header: 'repeat' },
    { header: 'versions' },
  ])
  for (const column of [...columns, ...repeats.flatMap((repeat) => repeat.columns)]) {
    sheet.add(questionRow(column, languages))
    for (const choice of choiceRows(column, languages)) sheet.add(choice)
  }
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
