import { joined, struck, type Html } from '../../../../platform/texts/html.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import { readText } from '../../../../shared/localized-text.ts'
import type { SheetToWrite } from '../../../../shared/spreadsheet.ts'
import type { WeighedDifference } from '../../actions/review-activity.ts'
import type { FieldChange } from '../../domain/workbook/compare-workbooks.ts'
import { shortened } from '../../../uploads/index.ts'
import { fieldName, sheetName, valueInWords } from './field-words.ts'

const mostFields = 4

/** One difference as lines of a message: what was added, changed from what to what, or removed. */
export function changeLines(words: Words, difference: WeighedDifference): string {
  const { kind, sheet, people, changes } = difference
  const values = {
    sheet: sheetName(words, sheet),
    label: shortened(labelOf(words, difference)),
    people: people > 0 ? ` ${words.plain('uploads:changes.people', { count: people })}` : '',
  }
  if (kind !== 'changed') return words(`uploads:changes.${kind}`, values)
  return words('uploads:changes.changed', { ...values, fields: fieldLines(words, changes) })
}

/** Fields of one row, old and new, each on its line. */
export function fieldLines(words: Words, changes: readonly FieldChange[]): Html {
  const rest = changes.length - mostFields
  return joined([
    ...changes.slice(0, mostFields).map(({ field, old, new: next }) =>
      words.piece('uploads:changes.field', {
        field: fieldName(words, field),
        old: old === null ? words.plain('uploads:changes.empty') : struck(shown(words, field, old)),
        new: next === null ? words.plain('uploads:changes.empty') : shown(words, field, next),
      }),
    ),
    ...(rest > 0 ? [words.piece('uploads:changes.moreFields', { count: rest })] : []),
  ])
}

const inWords = (words: Words, field: string, value: string | null) =>
  value === null ? null : valueInWords(words, value, field)

const shown = (words: Words, field: string, value: string): string =>
  shortened(valueInWords(words, value, field))

/** How many lines a list of differences has: each field of a row that changes, each row that comes or goes. */
export const countChanges = (differences: readonly WeighedDifference[]): number =>
  differences.reduce((sum, { kind, changes }) => sum + (kind === 'changed' ? changes.length : 1), 0)

const labelOf = ({ language }: Words, { label, key }: WeighedDifference): string =>
  readText(label, language) ?? key

/** All differences as a sheet, one row per field. */
export const changeSheet = (words: Words, differences: readonly WeighedDifference[]): SheetToWrite => ({
  name: words.plain('uploads:table.changes'),
  columns: [
    { header: words.plain('uploads:table.sheet'), width: 14 },
    { header: words.plain('uploads:table.change'), width: 14 },
    { header: words.plain('uploads:table.name'), width: 36 },
    { header: words.plain('uploads:table.people'), width: 12 },
    { header: words.plain('uploads:table.field'), width: 22 },
    { header: words.plain('uploads:table.old'), width: 40 },
    { header: words.plain('uploads:table.new'), width: 40 },
  ],
  rows: differences.flatMap((difference) => {
    const { sheet, kind, people, changes } = difference
    const start = [
      sheetName(words, sheet),
      words.plain(`uploads:kind.${kind}`),
      labelOf(words, difference),
      people || null,
    ]
    if (changes.length === 0) return [{ values: [...start, '', null, null] }]
    return changes.map(({ field, old, new: next }) => ({
      values: [...start, fieldName(words, field), inWords(words, field, old), inWords(words, field, next)],
    }))
  }),
})
