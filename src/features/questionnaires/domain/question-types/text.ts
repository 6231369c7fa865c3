import type { QuestionType } from './question-type.ts'

/** In characters. */
const longestText = 4_000

/** Free text, and what a barcode says. */
export const text: QuestionType = (value) => ([...value].length <= longestText ? value : undefined)
