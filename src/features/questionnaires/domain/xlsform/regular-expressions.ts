import type { PathStep, Syntax } from '../expressions/syntax.ts'
import { compilePattern, longestPattern } from '../expressions/functions/patterns.ts'

export interface BrokenPattern {
  readonly text: string
  readonly isLong: boolean
}

/** The regular expressions in an expression that are none, as far as they are written out in it. */
export function brokenPatterns(syntax: Syntax): BrokenPattern[] {
  const broken: BrokenPattern[] = []
  walk(syntax, (one) => {
    if (one.kind !== 'call' || one.name !== 'regex') return
    const pattern = one.values[1]
    if (pattern?.kind !== 'text') return
    const isLong = pattern.value.length > longestPattern
    if (isLong || compilePattern(pattern.value) === undefined) broken.push({ text: pattern.value, isLong })
  })
  return broken
}

/** Looks at every part of an expression. */
function walk(syntax: Syntax, look: (one: Syntax) => void): void {
  look(syntax)
  const all = (parts: readonly Syntax[]) => parts.forEach((part) => walk(part, look))
  switch (syntax.kind) {
    case 'number':
    case 'text':
      return
    case 'negative':
      return walk(syntax.of, look)
    case 'binary':
      return all([syntax.left, syntax.right])
    case 'call':
      return all(syntax.values)
    case 'path': {
      const { from, steps } = syntax
      if (from.kind === 'call') walk(from.call, look)
      if (from.kind === 'name' || from.kind === 'call') all(from.where)
      return steps.forEach(({ where }: PathStep) => all(where))
    }
  }
}
