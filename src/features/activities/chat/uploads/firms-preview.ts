import { formatList } from '../../../../platform/texts/numbers.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import type { SheetToWrite } from '../../../../shared/spreadsheet.ts'
import type { FirmPlan } from '../../../people/index.ts'
import type { FirmReview } from '../../actions/review-firms.ts'
import { fitting, listOf, previewButtons, shortened, type Answer } from '../../../uploads/index.ts'
import { fieldLines } from './changes.ts'
import { issueSheet, placeOf, sentenceOf } from './mistakes.ts'

/** What publishing a firm list would do: new firms, changed ones, and those that may be there already. */
export function firmsPreview(words: Words, review: FirmReview, uploadId: number): Answer {
  const { plans, warnings, unknownCodes } = review
  const effective = plans.filter(({ known, changes }) => !known || changes.length > 0)
  const changes = fitting(
    effective.map((plan) => planLine(words, plan)),
    { lines: 12, characters: 1500 },
  )
  const doubts = fitting(duplicateLines(words, plans), { lines: 6, characters: 700 })
  const checks = fitting(warningLines(words, warnings), { lines: 4, characters: 600 })
  const text = [
    words('uploads:firms.title'),
    words('uploads:firms.counts', countsOf(plans)),
    listOf(words, '', changes).trim(),
    listOf(words, words('uploads:firms.duplicates'), doubts),
    listOf(words, words('uploads:preview.warnings'), checks),
    ...(unknownCodes.length > 0
      ? [
          words('uploads:firms.unknownCodes', {
            codes: shortened(formatList(unknownCodes, words.language), 200),
          }),
        ]
      : []),
    words('uploads:firms.links'),
  ]
  const isLong = changes.rest + doubts.rest + checks.rest > 0
  return {
    message: {
      text: text.filter((part) => part !== '').join('\n\n'),
      keyboard: previewButtons(words, uploadId, 'uploads:firms.save'),
    },
    ...(isLong
      ? { file: { name: words.plain('uploads:preview.fileName'), sheets: sheetsOf(words, review) } }
      : {}),
  }
}

const countsOf = (plans: readonly FirmPlan[]) => ({
  added: plans.filter(({ known }) => !known).length,
  changed: plans.filter(({ known, changes }) => known && changes.length > 0).length,
  same: plans.filter(({ known, changes }) => known && changes.length === 0).length,
})

function planLine(words: Words, { row, known, changes }: FirmPlan): string {
  if (!known) return words('uploads:firms.added', { firm: shortened(row.firm) })
  return words('uploads:firms.changed', { firm: shortened(known.name), fields: fieldLines(words, changes) })
}

const duplicateLines = (words: Words, plans: readonly FirmPlan[]): string[] => [
  ...plans.flatMap(({ row, known, isByNumberOnly }) =>
    known && isByNumberOnly
      ? [words('uploads:firms.sameNumber', { firm: shortened(row.firm), known: shortened(known.name) })]
      : [],
  ),
  ...plans
    .filter(({ alike }) => alike.length > 0)
    .map(({ row, alike }) =>
      words('uploads:firms.duplicate', {
        row: String(row.row),
        firm: shortened(row.firm),
        others: namesOf(words, alike),
      }),
    ),
]

const namesOf = ({ language }: Words, firms: FirmPlan['alike']): string =>
  formatList(
    firms.slice(0, 3).map(({ name, city, country }) => `${shortened(name)} (${city ?? country})`),
    language,
  )

const warningLines = (words: Words, warnings: FirmReview['warnings']): string[] =>
  warnings.map((issue) =>
    words('uploads:preview.warning', { place: placeOf(words, issue), sentence: sentenceOf(words, issue) }),
  )

function sheetsOf(words: Words, { plans, warnings }: FirmReview): SheetToWrite[] {
  const header = (key: 'change' | 'name' | 'field' | 'old' | 'new' | 'row', width: number) => ({
    header: words.plain(`uploads:table.${key}`),
    width,
  })
  const doubtful = plans.filter(({ alike }) => alike.length > 0)
  return [
    {
      name: words.plain('uploads:table.changes'),
      columns: [
        header('row', 8),
        header('change', 14),
        header('name', 40),
        header('field', 18),
        header('old', 36),
        header('new', 36),
      ],
      rows: plans.flatMap(({ row, known, changes }) =>
        known
          ? changes.map(({ field, old, new: next }) => ({
              values: [row.row, words.plain('uploads:kind.changed'), known.name, field, old, next],
            }))
          : [{ values: [row.row, words.plain('uploads:kind.added'), row.firm, null, null, null] }],
      ),
    },
    {
      name: words.plain('uploads:table.duplicates'),
      columns: [header('row', 8), header('name', 40), header('old', 60)],
      rows: doubtful.map(({ row, alike }) => ({ values: [row.row, row.firm, namesOf(words, alike)] })),
    },
    issueSheet(words, words.plain('uploads:table.warnings'), warnings),
  ]
}
