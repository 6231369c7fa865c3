import { isNodes, numberOf, numbersOf, textOf, textsOf } from '../values.ts'
import { zoneOf, type Evaluate, type Implementation, type View } from '../world.ts'
import type { Expression } from '../expression.ts'

const allNumbers = (values: readonly Expression[], view: View, evaluate: Evaluate): readonly number[] =>
  values.flatMap((value) => numbersOf(evaluate(value, view), zoneOf(view)))

/** `NaN` when one of them is blank, as in the reference: a blank is not zero. */
const sum: Implementation = (values, view, evaluate) =>
  allNumbers(values, view, evaluate).reduce((total, value) => total + value, 0)

const largest = (values: readonly number[]): number => values.reduce((one, other) => Math.max(one, other))
const least = (values: readonly number[]): number => values.reduce((one, other) => Math.min(one, other))

const count: Implementation = ([value], view, evaluate) => (value ? textsOf(evaluate(value, view)).length : 0)

const countNonEmpty: Implementation = ([value], view, evaluate) =>
  value ? textsOf(evaluate(value, view)).filter((text) => text !== '').length : 0

/** Inside brackets the place in the row, else which instance of the repeat it is. */
const position: Implementation = ([value], view, evaluate) => {
  if (!value) return view.position ?? Math.max(1, view.owner.instance)
  const of = evaluate(value, view)
  if (!isNodes(of)) return NaN
  return of.texts.length === 0 ? NaN : of.position
}

/** `indexed-repeat(${name}, ${people}, 2)`: only that one is looked at, so that a row may use the row before it. */
const indexedRepeat: Implementation = ([target, ...pairs], view, evaluate) => {
  if (target?.kind !== 'nodes') return ''
  const at = pairs.findIndex(
    (repeat, index) => index % 2 === 0 && repeat.kind === 'nodes' && view.world.isRepeat(repeat.path),
  )
  const index = pairs[at + 1]
  if (at === -1 || !index) return textOf(evaluate(target, view))
  const place = view.world.placeAt(target.path, numberOf(evaluate(index, view), zoneOf(view)))
  return { kind: 'nodes', texts: place ? [view.world.text(place)] : [], position: place?.instance ?? 1 }
}

const join: Implementation = ([separator, ...values], view, evaluate) =>
  values
    .flatMap((value) => textsOf(evaluate(value, view)))
    .join(separator ? textOf(evaluate(separator, view)) : '')

export const several = {
  sum,
  min: (values, view, evaluate) => {
    const all = allNumbers(values, view, evaluate)
    return all.length === 0 ? NaN : least(all)
  },
  max: (values, view, evaluate) => {
    const all = allNumbers(values, view, evaluate)
    return all.length === 0 ? NaN : largest(all)
  },
  count,
  'count-non-empty': countNonEmpty,
  position,
  last: (_values, view) => view.size ?? view.world.countAround(view.owner.path),
  'indexed-repeat': indexedRepeat,
  join,
  concat: (values, view, evaluate) => values.flatMap((value) => textsOf(evaluate(value, view))).join(''),
} satisfies Record<string, Implementation>
