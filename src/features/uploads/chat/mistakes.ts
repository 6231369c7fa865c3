import type { Words } from '../../../platform/texts/words.ts'
import type { SheetToWrite } from '../../../shared/spreadsheet.ts'
import { fitting, type Answer } from './answer.ts'

/** One thing that is wrong or doubtful in a file, in words. */
export interface Finding {
  readonly code: string
  readonly sheet: string
  readonly row?: number | undefined
  readonly column?: string | undefined
  readonly found: string
  /** "Sheet itinerary, row 12, column C" */
  readonly place: string
  /** What is wrong, and how to mend it. */
  readonly sentence: string
}

/** Every mistake of a file in one answer: the first dozen in the message, all of them in a file when there are more. */
export function mistakesAnswer(words: Words, name: string, mistakes: readonly Finding[]): Answer {
  const lines = mistakes.map(({ place, code, sentence }) =>
    words('uploads:mistakes.line', { place, code, sentence }),
  )
  const { shown, rest } = fitting(lines, { lines: 12, characters: 3400 })
  const text = [
    words('uploads:mistakes.title', { name, count: mistakes.length }),
    ...shown,
    ...(rest > 0 ? [words('uploads:mistakes.rest', { count: rest })] : []),
    words('uploads:mistakes.mend'),
  ].join('\n\n')
  if (rest === 0) return { message: { text } }
  const sheets = [findingsSheet(words, words.plain('uploads:table.mistakes'), mistakes)]
  return { message: { text }, file: { name: words.plain('uploads:mistakes.fileName'), sheets } }
}

/** Mistakes or doubts as a sheet, one row each. */
export const findingsSheet = (words: Words, name: string, findings: readonly Finding[]): SheetToWrite => ({
  name,
  columns: [
    { header: words.plain('uploads:table.code'), width: 24 },
    { header: words.plain('uploads:table.sheet'), width: 14 },
    { header: words.plain('uploads:table.row'), width: 8 },
    { header: words.plain('uploads:table.column'), width: 9 },
    { header: words.plain('uploads:table.found'), width: 30 },
    { header: words.plain('uploads:table.sentence'), width: 90 },
  ],
  rows: findings.map(({ code, sheet, row, column, found, sentence }) => ({
    values: [code, sheet, row ?? null, column ?? null, found, sentence],
  })),
})
