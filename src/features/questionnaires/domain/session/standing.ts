import { evaluate } from '../expressions/evaluate.ts'
import type { Expression } from '../expressions/expression.ts'
import { numberOf, textOf, truthOf, type Value } from '../expressions/values.ts'
import type { Place, View, World } from '../expressions/world.ts'
import type { Choice, FormText } from '../form.ts'
import { calculationOf, type Entry, type FormIndex } from './form-index.ts'
import { begunInstances, keyOf, mostInstances } from './instances.ts'
import { languageTag, templateIn } from './languages.ts'
import { emptyTable, lookUp } from './lookup.ts'
import { ownValue } from './own-value.ts'
import { randomNumber } from './random.ts'
import type { Given } from './session.ts'

/** Everything that follows from the answers, worked out when it is asked for; read in one language. */
export interface Standing extends World {
  readonly index: FormIndex
  readonly given: Given
  entry(path: string): Entry | undefined
  key(place: Place): string
  /** What has been answered, whether it is relevant or not; undefined: nothing yet. */
  answer(place: Place): string | undefined
  value(expression: Expression, owner: Place, choice?: Choice): Value
  isTrue(expression: Expression, owner: Place, choice?: Choice): boolean
  /** Of a repeat. */
  instances(repeat: string): number
  fill(text: FormText | undefined, owner: Place): string
}

/** About a second's work; the biggest real forms need a few thousand. */
const mostLooks = 300_000

export function standing(index: FormIndex, given: Given, language: string): Standing {
  const { form, answers, now, startedAt, seed } = given
  const texts = emptyTable('')
  const relevances = emptyTable(true)
  const counts = emptyTable(0)
  const find = lookUp()
  let looked = 0

  const entry = (path: string): Entry | undefined => index.byPath.get(path)
  const key = (place: Place): string => keyOf(place, entry(place.path)?.repeat)

  const value = (expression: Expression, owner: Place, choice?: Choice): Value =>
    evaluate(expression, viewFrom(owner, choice))
  const viewFrom = (owner: Place, choice: Choice | undefined): View => ({
    world,
    owner,
    turns: { taken: 0 },
    ...(choice && { choice }),
  })
  const isTrue = (expression: Expression, owner: Place, choice?: Choice): boolean =>
    truthOf(value(expression, owner, choice))

  function text(place: Place): string {
    const found = entry(place.path)
    if (!found || (found.node.kind !== 'question' && found.node.kind !== 'calculation')) return ''
    if (!isRelevant(place)) return ''
    return find(texts, keyOf(place, found.repeat), calculationOf(found.node), () =>
      ownValue(world, found, place),
    )
  }

  /** What it stands in comes first: where that is not relevant, the rest is not even looked at. */
  function isRelevant(place: Place): boolean {
    const found = entry(place.path)
    if (!found) return true
    if (place.instance > 0 && found.repeat !== undefined && place.instance > instances(found.repeat))
      return false
    return found.conditions.every(({ path, repeat, relevant }) => {
      const at = { path, instance: repeat === undefined ? 0 : place.instance }
      return find(relevances, keyOf(at, repeat), relevant, () => isTrue(relevant, at))
    })
  }

  function instances(repeat: string): number {
    const node = entry(repeat)?.node
    if (node?.kind !== 'repeat') return 1
    const { count } = node
    if (!count) return begunInstances(answers, repeat).count
    return find(counts, repeat, count, () => {
      const asked = numberOf(value(count, { path: repeat, instance: 0 }), now.timeZoneId)
      return Number.isNaN(asked) ? 0 : Math.min(mostInstances, Math.max(0, Math.floor(asked)))
    })
  }

  function places(path: string, within: string, from: Place): readonly Place[] {
    const repeat = entry(path)?.repeat
    if (repeat === undefined) return [{ path, instance: 0 }]
    const isOwn = from.instance > 0 && entry(from.path)?.repeat === repeat
    if (isOwn && `${within}/`.startsWith(`${repeat}/`)) return [{ path, instance: from.instance }]
    return Array.from({ length: instances(repeat) }, (_, at) => ({ path, instance: at + 1 }))
  }

  function placeAt(path: string, instance: number): Place | undefined {
    const repeat = entry(path)?.repeat
    if (repeat === undefined) return { path, instance: 0 }
    return Number.isInteger(instance) && instance >= 1 && instance <= instances(repeat)
      ? { path, instance }
      : undefined
  }

  const fill = (words: FormText | undefined, owner: Place): string =>
    templateIn(words, language, form)
      .map((part) => (typeof part === 'string' ? part : textOf(value(part, owner))))
      .join('')

  const world: Standing = {
    index,
    given,
    now,
    startedAt,
    languageTag: languageTag(form, language),
    entry,
    key,
    answer: (place) => answers[key(place)],
    value,
    isTrue,
    instances,
    fill,
    text,
    isRelevant,
    places,
    placeAt,
    isRepeat: (path) => entry(path)?.node.kind === 'repeat',
    countAround: (path) => instances(entry(path)?.repeat ?? ''),
    kept: (place) => answers[key(place)] ?? '',
    choices: (list) => (Object.hasOwn(form.lists, list) ? (form.lists[list] ?? []) : []),
    listOf(path) {
      const node = entry(path)?.node
      return node?.kind === 'question' ? node.list : undefined
    },
    label: (choice, place) => fill(choice.label, place),
    mayLook: () => (looked += 1) <= mostLooks,
    random: (place, turn) => randomNumber(`${seed} ${key(place)} ${turn}`),
  }
  return world
}
