import type { Words } from '../../../../platform/texts/words.ts'
import type { SheetToWrite } from '../../../../shared/spreadsheet.ts'
import { readDateText } from '../../../../shared/tables/date-text.ts'
import { issuePlaceKey, issueVariables, type Details, type Issue } from '../../../../shared/tables/issue.ts'
import { fitting, type Answer } from './answer.ts'
import { valueInWords } from './field-words.ts'

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
  words.plain(`workbook:${issue.code}`, withDays(words, issue))

/** Sentences about days that do not fit together say them all in one way, however each was written. */
const aboutDays: readonly string[] = [
  'E_ORDER',
  'E_END_BEFORE_START',
  'E_ITEM_OUTSIDE',
  'W_ITEM_OUTSIDE',
  'W_ITEM_LONG',
  'W_IN_THE_PAST',
]

function withDays(words: Words, issue: Issue): Details {
  const variables = issueVariables(issue)
  if (!aboutDays.includes(issue.code)) return variables
  return Object.fromEntries(
    Object.entries(variables).map(([name, value]) => [
      name,
      typeof value === 'string' ? valueInWords(words, asWritten(value)) : value,
    ]),
  )
}

/** "08.03.2027 9:30" → "2027-03-08 09:30"; what is no day stays. */
function asWritten(text: string): string {
  const [, date = '', time] = /^(\S+?)(?:[ T](\d{2}:\d{2}))?$/.exec(text) ?? []
  const reading = readDateText(date)
  if ('code' in reading) return text
  return time ? `${reading.value} ${time}` : reading.value
}

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
