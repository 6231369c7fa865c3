import { joined, struck, type Html } from '../../../../platform/texts/html.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import { readText } from '../../../../shared/localized-text.ts'
import type { SheetToWrite } from '../../../../shared/spreadsheet.ts'
import type { WeighedDifference } from '../../actions/review-activity.ts'
import type { FieldChange } from '../../domain/workbook/compare-workbooks.ts'
import { shortened } from './answer.ts'

const mostFields = 4

/** One difference as lines of a message: what was added, changed from what to what, or removed. */
export function changeLines(words: Words, difference: WeighedDifference): string {
  const { kind, sheet, people, changes } = difference
  const values = {
    sheet,
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
        field,
        old: old === null ? words.plain('uploads:changes.empty') : struck(shortened(old)),
        new: next === null ? words.plain('uploads:changes.empty') : shortened(next),
      }),
    ),
    ...(rest > 0 ? [words.piece('uploads:changes.moreFields', { count: rest })] : []),
  ])
}

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
    const start = [sheet, words.plain(`uploads:kind.${kind}`), labelOf(words, difference), people || null]
    return (changes.length > 0 ? changes : [{ field: '', old: null, new: null }]).map(
      ({ field, old, new: next }) => ({ values: [...start, field, old, next] }),
    )
  }),
})
