import { numberOf, textOf } from '../expressions/values.ts'
import type { Place } from '../expressions/world.ts'
import type { Choice, Question } from '../form.ts'
import { inRandomOrder, seedOf } from './random.ts'
import type { Standing } from './standing.ts'

/** What can be chosen, after the filter, in the order in which it is shown. */
export function offered(at: Standing, question: Question, place: Place): readonly Choice[] {
  const all = question.list === undefined ? [] : at.choices(question.list)
  const left = all.filter((choice) => isOffered(at, question, place, choice))
  return question.parameters?.isRandomized ? inRandomOrder(left, seed(at, question, place)) : left
}

/** Whether there is anything to choose; the first choice that the filter lets through is enough. */
export const isAnyOffered = (at: Standing, question: Question, place: Place): boolean =>
  question.list !== undefined &&
  at.choices(question.list).some((choice) => isOffered(at, question, place, choice))

/** An answer whose choice the filter does not let through any more counts as none: it is asked for again. */
export function stillOffered(at: Standing, question: Question, place: Place, answered: string): string {
  if (!question.choiceFilter || question.list === undefined || answered === '') return answered
  const byName = at.index.choices.get(question.list)
  return answered
    .split(' ')
    .filter((name) => byName?.get(name)?.some((choice) => isOffered(at, question, place, choice)))
    .join(' ')
}

const isOffered = (at: Standing, { choiceFilter }: Question, place: Place, choice: Choice): boolean =>
  !choiceFilter || at.isTrue(choiceFilter, place, choice)

/** The author's, so that orders are the same as in other programs; else the response's own. */
function seed(at: Standing, { parameters }: Question, place: Place): number {
  const given = parameters?.seed
  if (given === undefined) return seedOf(`${at.given.seed} ${at.key(place)}`)
  if (typeof given === 'number') return given
  const value = at.value(given, place)
  const number = numberOf(value, at.now.timeZoneId)
  return Number.isNaN(number) ? seedOf(textOf(value)) : number
}
