import type { QuestionType } from './question-type.ts'

/** There is one answer. */
export const acknowledge: QuestionType = (value) => (value === 'OK' ? value : undefined)
