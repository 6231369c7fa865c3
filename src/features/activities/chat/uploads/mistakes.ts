import type { Words } from '../../../../platform/texts/words.ts'
import type { SheetToWrite } from '../../../../shared/spreadsheet.ts'
import { issuePlaceKey, issueVariables, type Issue } from '../../../../shared/tables/issue.ts'
import { fitting, type Answer } from './answer.ts'

/** Every mistake of a file in one answer: the first dozen in the message, all of them in a file when there are more. */
export function mistakesAnswer(words: Words, name: string, issues: readonly Issue[]): Answer {
  const lines = issues.map((issue) =>
    words('uploads:mistakes.line', {
      place: placeOf(words, issue),
      code: issue.code,
      sentence: sentenceOf(words, issue),
    }),
  )
  const { shown, rest } = fitting(lines, { lines: 12, characters: 3400 })
  const text = [
    words('uploads:mistakes.title', { name, count: issues.length }),
    ...shown,
    ...(rest > 0 ? [words('uploads:mistakes.rest', { count: rest })] : []),
    words('uploads:mistakes.mend'),
  ].join('\n\n')
  if (rest === 0) return { message: { text } }
  const sheets = [issueSheet(words, words.plain('uploads:table.mistakes'), issues)]
  return { message: { text }, file: { name: words.plain('uploads:mistakes.fileName'), sheets } }
}

/** "Sheet itinerary, row 12, column C" */
export const placeOf = (words: Words, issue: Issue): string =>
  words.plain(issuePlaceKey(issue), issueVariables(issue))

/** What is wrong, and how to mend it. */
export const sentenceOf = (words: Words, issue: Issue): string =>
  words.plain(`workbook:${issue.code}`, issueVariables(issue))

/** Issues as a sheet, one row each. */
export const issueSheet = (words: Words, name: string, issues: readonly Issue[]): SheetToWrite => ({
  name,
  columns: [
    { header: words.plain('uploads:table.code'), width: 24 },
    { header: words.plain('uploads:table.sheet'), width: 14 },
    { header: words.plain('uploads:table.row'), width: 8 },
    { header: words.plain('uploads:table.column'), width: 9 },
    { header: words.plain('uploads:table.found'), width: 30 },
    { header: words.plain('uploads:table.sentence'), width: 90 },
  ],
  rows: issues.map((issue) => ({
    values: [
      issue.code,
      issue.sheet,
      issue.row ?? null,
      issue.column ?? null,
      issue.found,
      sentenceOf(words, issue),
    ],
  })),
})
