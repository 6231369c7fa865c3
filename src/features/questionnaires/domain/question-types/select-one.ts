import type { QuestionType } from './question-type.ts'

/** The name of a choice. */
export const selectOne: QuestionType = (value, { choices }) =>
  choices().some(({ name }) => name === value) ? value : undefined
