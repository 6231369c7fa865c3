import { hasIdentityNumber } from '../identity-number.ts'
import { languages, readText, type Language, type LocalizedText } from '../localized-text.ts'
import type { IssueCode } from './issue-codes.ts'

export type Details = Readonly<Record<string, string | number>>

/** One thing that is wrong (`E_…`) or doubtful (`W_…`), at its place in the file. */
export interface Issue<Code extends string = IssueCode> {
  readonly code: Code
  readonly sheet: string
  /** As the program on her desk counts, from 1. */
  readonly row?: number
  /** The letter of the column. */
  readonly column?: string
  /** What stands there, shortened; empty when the trouble is that nothing does. */
  readonly found: string
  /** The other variables of the sentence; numbers are counts, everything else is text. */
  readonly details: Details
}

export interface Place {
  readonly row?: number | undefined
  readonly column?: string | undefined
}

/** Gathers the issues of one sheet, so that nobody stops at the first. */
export type Report<Code extends string = IssueCode> = (
  code: Code,
  place: Place,
  found?: string,
  details?: Details,
) => void

/** Gathers the issues of a whole file. */
export function issueBook<Code extends string = IssueCode>() {
  const all: Issue<Code>[] = []
  const reportIn =
    (sheet: string): Report<Code> =>
    (code, { row, column }, found = '', details = {}) =>
      void all.push({
        code,
        sheet,
        ...(row === undefined ? {} : { row }),
        ...(column === undefined ? {} : { column }),
        found: shorten(withoutIdentity(found)),
        details: withoutIdentities(details),
      })
  return {
    reportIn,
    issues: () => inReadingOrder(all.filter(({ code }) => code.startsWith('E_'))),
    warnings: () => inReadingOrder(all.filter(({ code }) => code.startsWith('W_'))),
  }
}

export type IssueBook<Code extends string = IssueCode> = ReturnType<typeof issueBook<Code>>

/** Sheet by sheet and row by row, as she will go through the file. */
function inReadingOrder<Code extends string>(issues: readonly Issue<Code>[]): Issue<Code>[] {
  const sheets = [...new Set(issues.map(({ sheet }) => sheet))]
  return issues.toSorted(
    (left, right) =>
      sheets.indexOf(left.sheet) - sheets.indexOf(right.sheet) || (left.row ?? 0) - (right.row ?? 0),
  )
}

/** The variables of an issue's sentence; places are text, because a row 1,250 is not a count. */
export const issueVariables = ({ sheet, row, column, found, details }: Issue<string>): Details => ({
  ...details,
  sheet,
  row: row === undefined ? '' : String(row),
  column: column ?? '',
  found,
})

/** Texts that somebody has written, as variables for whoever reads them: `found::tr`, `found::en` … */
export const inEachLanguage = (texts: Readonly<Record<string, LocalizedText>>): Details =>
  Object.fromEntries(
    Object.entries(texts).flatMap(([name, text]) =>
      languages.flatMap((language) => {
        const read = readText(text, language)
        return read === undefined ? [] : [[`${name}::${language}`, shorten(read)] as const]
      }),
    ),
  )

/** Variables as a reader of this language has them. */
export const readIn = (language: Language, variables: Details): Details =>
  Object.fromEntries(
    Object.entries(variables)
      .filter(([name]) => !name.includes('::'))
      .map(([name, value]) => [name, variables[`${name}::${language}`] ?? value]),
  )

/** The key of the words that say where an issue is. */
export const issuePlaceKey = ({ row, column }: Issue<string>) =>
  row === undefined
    ? (`workbook:where.${column === undefined ? 'sheet' : 'column'}` as const)
    : (`workbook:where.${column === undefined ? 'row' : 'cell'}` as const)

/** Nobody's identity number is said again, not even to whoever wrote it: an answer may be forwarded. */
const withoutIdentity = (text: string) => (hasIdentityNumber(text) ? '…' : text)

const withoutIdentities = (details: Details): Details =>
  Object.fromEntries(
    Object.entries(details).map(([name, value]) => [
      name,
      typeof value === 'string' ? withoutIdentity(value) : value,
    ]),
  )

const shorten = (text: string) =>
  text.length > 80 ? `${text.slice(0, 79).replace(/[\uD800-\uDBFF]$/, '')}…` : text
