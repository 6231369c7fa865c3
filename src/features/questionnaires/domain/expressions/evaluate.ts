import { isTrueOf } from './compare.ts'
import type { Expression, Narrowing, Operator } from './expression.ts'
import { implementations } from './functions/index.ts'
import { isNodes, numberOf, textsOf, truthOf, type Nodes, type Value } from './values.ts'
import { selfOf, zoneOf, type Place, type View } from './world.ts'

/** Works out an expression, as XPath 1.0 says and as the ODK reference has it where the two differ. Never throws. */
export function evaluate(expression: Expression, view: View): Value {
  switch (expression.kind) {
    case 'number':
    case 'text':
      return expression.value
    case 'blank':
      return ''
    case 'self':
      return nodesAt([selfOf(view)], view)
    case 'negative':
      return -numberOf(evaluate(expression.of, view), zoneOf(view))
    case 'call':
      return implementations[expression.name](expression.values, view, evaluate)
    case 'binary':
      return binary(expression, view)
    case 'nodes':
      return nodesOf(expression, view)
    case 'choices':
      return columnOf(expression, view)
    case 'column':
      return cell(expression.name, view)
  }
}

function binary({ operator, left, right }: Extract<Expression, { kind: 'binary' }>, view: View): Value {
  const one = evaluate(left, view)
  if (operator === 'or') return truthOf(one) || truthOf(evaluate(right, view))
  if (operator === 'and') return truthOf(one) && truthOf(evaluate(right, view))
  const other = evaluate(right, view)
  if (operator === '|')
    return {
      kind: 'nodes',
      texts: [...textsOf(one), ...textsOf(other)],
      position: isNodes(one) ? one.position : 1,
    }
  const zone = zoneOf(view)
  const calculate = arithmetic[operator]
  if (calculate) return calculate(numberOf(one, zone), numberOf(other, zone))
  return isTrueOf(operator as '=' | '!=' | '<' | '<=' | '>' | '>=', one, other, zone)
}

const arithmetic: Partial<Record<Operator, (one: number, other: number) => number>> = {
  '+': (one, other) => one + other,
  '-': (one, other) => one - other,
  '*': (one, other) => one * other,
  div: (one, other) => one / other,
  mod: (one, other) => one % other,
}

function nodesOf(expression: Extract<Expression, { kind: 'nodes' }>, view: View): Nodes {
  const from = expression.isOfCandidate ? selfOf(view) : view.owner
  const found = view.world.places(expression.path, expression.within, from)
  const places = expression.where.reduce((left, narrowing) => narrow(left, narrowing, view), found)
  return nodesAt(places, view)
}

/** Where there may be several, those that are not relevant are not there at all. */
function nodesAt(places: readonly Place[], { world }: View): Nodes {
  const [first] = places
  const isOne = places.length === 1 && (first?.instance ?? 0) === 0
  const there = isOne ? places : places.filter((place) => world.isRelevant(place))
  return {
    kind: 'nodes',
    texts: there.map((place) => world.text(place)),
    position: first && world.isRepeat(first.path) ? first.instance : 1,
  }
}

function narrow(places: readonly Place[], { at, condition }: Narrowing, view: View): readonly Place[] {
  const counts = view.world.isRepeat(at)
  return places.filter(({ path, instance }, index) => {
    const candidate = { path: at, instance: at.length > path.length ? 0 : instance }
    const [position, size] = counts ? [index + 1, places.length] : [1, 1]
    return holds(condition, { ...view, candidate, position, size })
  })
}

/** A number alone in brackets is a position. */
function holds(condition: Expression, view: View): boolean {
  if (!view.world.mayLook()) return false
  const value = evaluate(condition, view)
  return typeof value === 'number' ? value === view.position : truthOf(value)
}

function columnOf(expression: Extract<Expression, { kind: 'choices' }>, view: View): Nodes {
  const all = view.world.choices(expression.list)
  const left = expression.where.reduce(
    (choices, condition) =>
      choices.filter((choice, index) =>
        holds(condition, { ...view, choice, position: index + 1, size: choices.length }),
      ),
    all,
  )
  const column = expression.column ?? 'name'
  return { kind: 'nodes', texts: left.map((choice) => cell(column, { ...view, choice })), position: 1 }
}

function cell(column: string, { choice, owner, world }: View): string {
  if (!choice) return ''
  if (column === 'name') return choice.name
  if (column === 'label') return world.label(choice, owner)
  return Object.hasOwn(choice.columns, column) ? (choice.columns[column] ?? '') : ''
}
