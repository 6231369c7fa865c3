import { textOf } from '../expressions/values.ts'
import type { Place } from '../expressions/world.ts'
import { calculationOf, type Entry } from './form-index.ts'
import { keyOf, placeOf } from './instances.ts'
import type { Answers, Result } from './session.ts'
import type { Standing } from './standing.ts'

/** Every instance there is of everything, relevant or not, from top to bottom of each repeat. */
function everyPlace(at: Standing): { entry: Entry; place: Place; key: string }[] {
  const found: { entry: Entry; place: Place; key: string }[] = []
  const add = (entry: Entry, instance: number): void => {
    const place = { path: entry.node.path, instance }
    found.push({ entry, place, key: keyOf(place, entry.repeat) })
  }
  const { entries } = at.index
  for (let next = 0; next < entries.length;) {
    const entry = entries[next] as Entry
    if (entry.repeat === undefined) {
      add(entry, 0)
      next += 1
      continue
    }
    for (let instance = 1; instance <= at.instances(entry.node.path); instance += 1)
      for (const inside of entries.slice(next, entry.end)) add(inside, instance)
    next = entry.end
  }
  return found
}

/** What belongs into the result. */
export function resultOf(at: Standing): Result {
  const values: Record<string, string> = {}
  const calculated: Record<string, string> = {}
  const skipped: string[] = []
  for (const { entry, place, key } of everyPlace(at)) {
    const { kind } = entry.node
    if (kind !== 'question' && kind !== 'calculation') continue
    const isRelevant = at.isRelevant(place)
    if (kind === 'question' && !isRelevant) skipped.push(key)
    if (!isRelevant) continue
    const value = at.text(place)
    if (kind === 'calculation') calculated[key] = value
    else if (value !== '') values[key] = value
  }
  skipped.push(...beyondCount(at))
  const { instanceName, root } = at.index.form
  const name = instanceName ? textOf(at.value(instanceName, { path: root.path, instance: 0 })) : ''
  return { values, calculated, skipped, ...(name && { instanceName: name }) }
}

/** Answers in instances that there are no longer, because a count has become smaller. */
function beyondCount(at: Standing): string[] {
  return Object.keys(at.given.answers).filter((key) => {
    const place = placeOf(key)
    return (
      place.instance > 0 &&
      at.entry(place.path)?.node.kind === 'question' &&
      !at.placeAt(place.path, place.instance)
    )
  })
}

/** The questions that apply. */
export function relevantQuestions(at: Standing): ReadonlySet<string> {
  return new Set(
    everyPlace(at)
      .filter(({ entry, place }) => entry.node.kind === 'question' && at.isRelevant(place))
      .map(({ key }) => key),
  )
}

/** What an answer makes to be worked out and kept; `before` is how things stood without it. */
export function keptAfter(before: Standing, after: Standing, answered: Place): Answers {
  const kept: Record<string, string> = {}
  for (const { node, repeat } of after.index.momentary) {
    const expression = calculationOf(node)
    if (!expression || (node.kind !== 'question' && node.kind !== 'calculation')) continue
    const { triggers } = node
    for (const place of after.places(node.path, node.path, answeredIn(after, answered, repeat))) {
      if (!after.isRelevant(place)) continue
      const isDue = triggers ? triggers.includes(answered.path) : before.kept(place) === ''
      const value = isDue ? textOf(after.value(expression, place)) : ''
      if (isDue && (triggers || value !== '')) kept[after.key(place)] = value
    }
  }
  return kept
}

/** Seen from the answer: the same instance where it is in the same repeat, else all of them. */
const answeredIn = (at: Standing, answered: Place, repeat: string | undefined): Place =>
  at.entry(answered.path)?.repeat === repeat ? answered : { path: answered.path, instance: 0 }
