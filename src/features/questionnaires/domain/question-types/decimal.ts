import { numberText } from '../expressions/values.ts'
import { plainNumber } from './numbers.ts'
import type { QuestionType } from './question-type.ts'

/** `36.6`. */
export const decimal: QuestionType = (value) => {
  const number = plainNumber(value)
  return number === undefined ? undefined : numberText(number)
}
