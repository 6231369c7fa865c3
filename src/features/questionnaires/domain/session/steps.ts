import type { Place } from '../expressions/world.ts'
import type { Question } from '../form.ts'
import type { Entry } from './form-index.ts'
import { begunInstances, mostInstances } from './instances.ts'
import { isAnyOffered, stillOffered } from './offered.ts'
import type { Step } from './session.ts'
import type { Standing } from './standing.ts'

/** Everything that applies, in the order of the form, one after the other as it is needed. */
export function* walk(at: Standing): Generator<Step, void> {
  const { entries } = at.index
  yield* walkPart(at, 0, entries.length, 0)
}

function* walkPart(at: Standing, from: number, to: number, instance: number): Generator<Step> {
  for (let next = from; next < to;) {
    const entry = at.index.entries[next] as Entry
    const { node } = entry
    if (node.kind === 'repeat' && instance === 0) {
      yield* repeatSteps(at, next)
      next = entry.end
      continue
    }
    const place = { path: node.path, instance }
    const applies = at.isRelevant(place)
    if (applies) yield* stepsOf(at, entry, place)
    next = applies ? next + 1 : entry.end
  }
}

function* repeatSteps(at: Standing, position: number): Generator<Step> {
  const entry = at.index.entries[position] as Entry
  const { node } = entry
  if (node.kind !== 'repeat') return
  const count = at.instances(node.path)
  for (let instance = 1; instance <= count; instance += 1) {
    const place = { path: node.path, instance }
    if (!at.isRelevant(place)) continue
    yield { kind: 'group', path: at.key(place), group: node, instance }
    yield* walkPart(at, position + 1, entry.end, instance)
  }
  const canGrow = !node.count && count < mostInstances && at.isRelevant({ path: node.path, instance: count })
  if (canGrow) yield { kind: 'more', path: node.path, repeat: node, instances: count }
}

function* stepsOf(at: Standing, { node }: Entry, place: Place): Generator<Step> {
  const path = at.key(place)
  if (node.kind === 'group' && node.label) yield { kind: 'group', path, group: node }
  if (node.kind === 'note') yield { kind: 'note', path, note: node }
  if (node.kind !== 'question') return
  if (node.isReadOnly) yield { kind: 'note', path, note: node }
  else if (canBeAnswered(at, node, place)) yield { kind: 'question', path, question: node }
}

/** A choice of nothing is passed by, even where it is required: nobody could go on. */
const canBeAnswered = (at: Standing, question: Question, place: Place): boolean =>
  question.list === undefined || isAnyOffered(at, question, place)

/** Whether somebody has said something to a step, or what they said counts no longer. */
export function isAnswered(at: Standing, step: Step, place: Place): boolean {
  if (step.kind === 'more') return begunInstances(at.given.answers, step.path).isSettled
  if (step.kind !== 'question') return true
  const answered = at.answer(place)
  if (answered === undefined) return false
  const counts = stillOffered(at, step.question, place, answered)
  if (counts !== '') return true
  return answered === '' && !isRequired(at, step.question, place)
}

export const isRequired = (at: Standing, { required }: Question, place: Place): boolean =>
  required !== undefined && at.isTrue(required, place)
