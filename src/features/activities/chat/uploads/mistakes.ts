import type { Words } from '../../../../platform/texts/words.ts'
import type { SheetToWrite } from '../../../../shared/spreadsheet.ts'
import { readDateText } from '../../../../shared/tables/date-text.ts'
import {
  issuePlaceKey,
  issueVariables,
  readIn,
  type Details,
  type Issue,
} from '../../../../shared/tables/issue.ts'
import {
  findingsSheet,
  mistakesAnswer as answerMistakes,
  type Answer,
  type Finding,
} from '../../../uploads/index.ts'
import { valueInWords } from './field-words.ts'

/** Every mistake of a file in one answer. */
export const mistakesAnswer = (words: Words, name: string, issues: readonly Issue[]): Answer =>
  answerMistakes(words, name, findings(words, issues))

/** Issues as a sheet, one row each. */
export const issueSheet = (words: Words, name: string, issues: readonly Issue[]): SheetToWrite =>
  findingsSheet(words, name, findings(words, issues))

const findings = (words: Words, issues: readonly Issue[]): Finding[] =>
  issues.map((issue) => ({ ...issue, place: placeOf(words, issue), sentence: sentenceOf(words, issue) }))

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
  const variables = readIn(words.language, issueVariables(issue))
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
