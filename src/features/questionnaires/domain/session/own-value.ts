import { momentText } from '../expressions/dates.ts'
import { textOf } from '../expressions/values.ts'
import type { Place } from '../expressions/world.ts'
import type { Calculation, Question } from '../form.ts'
import { calculationOf, type Entry } from './form-index.ts'
import { stillOffered } from './offered.ts'
import type { Standing } from './standing.ts'

/** The value of a question or a calculation that is relevant. */
export function ownValue(at: Standing, { node }: Entry, place: Place): string {
  if (node.kind === 'calculation') return workedOut(at, node, place)
  if (node.kind !== 'question') return ''
  const answered = node.isReadOnly ? undefined : at.answer(place)
  return answered === undefined ? prefilled(at, node, place) : stillOffered(at, node, place, answered)
}

/** What stands in a question without an answer; a choice that is not offered does not. */
export const prefilled = (at: Standing, question: Question, place: Place): string =>
  stillOffered(at, question, place, workedOut(at, question, place))

/** What stands there without an answer: a calculation, a default, the clock. */
function workedOut(at: Standing, node: Question | Calculation, place: Place): string {
  if (node.kind === 'calculation' && node.from.kind === 'meta') return metaValue(at, node.from.what)
  const expression = calculationOf(node)
  if (!expression) return defaultValue(at, node, place)
  const { triggers } = node
  if (!triggers) return textOf(at.value(expression, place))
  const kept = at.answer(place)
  if (kept !== undefined) return kept
  return triggers.some((trigger) => isAnswered(at, trigger, place)) ? textOf(at.value(expression, place)) : ''
}

/** What has a trigger is kept when the trigger is answered; where nobody has kept it, this moment counts. */
function isAnswered(at: Standing, trigger: string, place: Place): boolean {
  const isBeside = at.entry(trigger)?.repeat === at.entry(place.path)?.repeat
  return (at.answer({ path: trigger, instance: isBeside ? place.instance : 0 }) ?? '') !== ''
}

function defaultValue(at: Standing, node: Question | Calculation, place: Place): string {
  const fact = node.kind === 'calculation' && node.profile ? at.given.facts?.[node.profile] : undefined
  if (fact !== undefined && fact !== null && fact !== '') return String(fact)
  if (!node.default) return ''
  return node.default.kind === 'static'
    ? node.default.value
    : textOf(at.value(node.default.expression, place))
}

/** Server time in the zone of whoever answers. */
function metaValue({ now, startedAt }: Standing, what: 'start' | 'end' | 'today' | 'blank'): string {
  switch (what) {
    case 'start':
      return momentText(startedAt)
    case 'end':
      return momentText(now)
    case 'today':
      return startedAt.toPlainDate().toString()
    case 'blank':
      return ''
  }
}
