import { numberText } from '../expressions/values.ts'
import { plainNumber } from './numbers.ts'
import type { QuestionType } from './question-type.ts'

/** `18`. */
export const integer: QuestionType = (value) => {
  const number = plainNumber(value)
  return number === undefined || !Number.isInteger(number) ? undefined : numberText(number)
}
