import type { Place } from '../expressions/world.ts'
import type { Question } from '../form.ts'
import { typesOfQuestion } from '../question-types/index.ts'
import { offered } from './offered.ts'
import { isRequired } from './steps.ts'
import type { Refusal } from './session.ts'
import type { Standing } from './standing.ts'

/** The value as it is kept; undefined when it is no answer to such a question. */
export const canonical = (
  at: Standing,
  question: Question,
  place: Place,
  value: string,
): string | undefined =>
  typesOfQuestion[question.type](value, { question, choices: () => offered(at, question, place) })

/** Judges the value that a question has in `at`: a blank by whether it is required, all else by the constraint. */
export function judge(at: Standing, question: Question, place: Place, value: string): Refusal | undefined {
  if (value === '') {
    if (!isRequired(at, question, place)) return undefined
    return refusal('required', at.fill(question.requiredMessage, place))
  }
  const { constraint } = question
  if (!constraint || at.isTrue(constraint, place)) return undefined
  return refusal('constraint', at.fill(question.constraintMessage, place))
}

const refusal = (kind: Refusal['kind'], message: string): Refusal => ({ kind, ...(message && { message }) })
