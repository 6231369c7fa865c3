import type { Expression } from './expression.ts'

/** Deeper expressions are refused: working them out could need more of the machine's stack than there is. */
export const deepestExpression = 500

const known = new WeakMap<Expression, number>()

/** How many levels an expression has, counted without going down by calls; asked again it is known. */
export function depthOf(whole: Expression): number {
  const before = known.get(whole)
  if (before !== undefined) return before
  const deepest = levels(whole, partsOf)
  known.set(whole, deepest)
  return deepest
}

/** The same of anything that has parts. */
export function levels<Part>(whole: Part, partsIn: (part: Part) => readonly Part[]): number {
  let level: readonly Part[] = [whole]
  let count = 0
  for (; level.length > 0; count += 1) level = level.flatMap(partsIn)
  return count
}

/** What an expression is made of, one level down. */
export function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'call':
      return expression.values
    case 'negative':
      return [expression.of]
    case 'binary':
      return [expression.left, expression.right]
    case 'nodes':
      return expression.where.map(({ condition }) => condition)
    case 'choices':
      return expression.where
    default:
      return none
  }
}

const none: readonly Expression[] = []
