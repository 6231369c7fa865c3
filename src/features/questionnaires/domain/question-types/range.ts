import { numberText } from '../expressions/values.ts'
import { plainNumber } from './numbers.ts'
import type { QuestionType } from './question-type.ts'

/** What XLSForm takes where the author does not say. */
const usual = { start: 1, end: 10, step: 1 }

/** A number from start to end, on one of the steps; the steps may go down. */
export const range: QuestionType = (value, { question }) => {
  const number = plainNumber(value)
  if (number === undefined) return undefined
  const { start, end, step } = { ...usual, ...question.parameters }
  const isInside = number >= Math.min(start, end) && number <= Math.max(start, end)
  const steps = (number - start) / step
  return isInside && Math.abs(steps - Math.round(steps)) < 1e-6 ? numberText(number) : undefined
}
