import type { CellValue, SheetToWrite } from '../../../../../shared/spreadsheet.ts'
import type { FormLanguage, FormText } from '../../form.ts'
import { labelIn } from '../label-text.ts'
import type { ResultColumn } from '../result-set.ts'
import type { TableOrder } from './result-table.ts'
import { textCell } from './value-cells.ts'

/** What the codes mean: a row for each question in every language, and below it one for each choice. */
export function codeBook(name: string, { columns, repeats, languages }: TableOrder): SheetToWrite {
  const all = [...columns, ...repeats.flatMap((repeat) => repeat.columns)]
  return {
    name,
    columns: [
      { header: 'code', width: 24 },
      { header: 'type' },
      { header: 'choice' },
      ...languages.map((language) => ({ header: headerOf(language), width: 50 })),
      { header: 'repeat' },
      { header: 'versions' },
    ],
    rows: all.flatMap((column) => [
      { values: questionRow(column, languages) },
      ...choiceRows(column, languages).map((values) => ({ values })),
    ]),
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
