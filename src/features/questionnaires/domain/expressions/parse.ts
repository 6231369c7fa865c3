import { deepestExpression, levels } from './depth.ts'
import type { Operator } from './expression.ts'
import { functions, isFunctionName, refusedFunctions, takesAsMany } from './function-names.ts'
import { partsOfSyntax, type PathStart, type PathStep, type Syntax, type SyntaxMistake } from './syntax.ts'
import { Misread, straighten, tokensOf, type Token } from './tokens.ts'
import { nearest } from '../nearest.ts'

export type Parsed =
  | { readonly kind: 'parsed'; readonly syntax: Syntax }
  | { readonly kind: 'mistake'; readonly mistake: SyntaxMistake }

/** Weakest first; operators of one line bind alike, from left to right. */
const strength: readonly (readonly Operator[])[] = [
  ['or'],
  ['and'],
  ['=', '!='],
  ['<', '<=', '>', '>='],
  ['+', '-'],
  ['*', 'div', 'mod'],
]

/** Parentheses and function calls within one another, at most. */
const deepest = 100

/** Brackets within one another, at most: each level multiplies what there is to look at. */
const mostBrackets = 2

/** Reads one expression of XPath 1.0's part that XLSForm uses; quotes and spaces of word processors are understood. */
export function parse(text: string): Parsed {
  try {
    return { kind: 'parsed', syntax: reader(tokensOf(straighten(text))).whole() }
  } catch (error) {
    if (error instanceof Misread) return { kind: 'mistake', mistake: error.mistake }
    throw error
  }
}

function reader(tokens: readonly Token[]) {
  let next = 0
  let depth = 0
  let brackets = 0

  const ahead = (offset = 0): Token => tokens[Math.min(next + offset, tokens.length - 1)] as Token
  const isAhead = (text: string, offset = 0): boolean =>
    ahead(offset).text === text && ['operator', 'sign'].includes(ahead(offset).kind)

  function take(text?: string): Token {
    const token = ahead()
    if (text !== undefined && !isAhead(text)) return unexpected(text)
    next += 1
    return token
  }

  function unexpected(instead?: string): never {
    const { text, at } = ahead()
    throw new Misread({ code: 'E_EXPR_SYNTAX', found: text, at, ...(instead ? { instead } : {}) })
  }

  function whole(): Syntax {
    const syntax = binary(0)
    if (ahead().kind !== 'end') unexpected()
    if (levels(syntax, partsOfSyntax) > deepestExpression)
      throw new Misread({ code: 'E_EXPR_SYNTAX', found: '…', at: 0 })
    return syntax
  }

  function binary(level: number): Syntax {
    const operators = strength[level]
    if (!operators) return negative()
    let left = binary(level + 1)
    for (;;) {
      const operator = operators.find((one) => ahead().kind === 'operator' && ahead().text === one)
      if (!operator) return left
      take()
      left = { kind: 'binary', operator, left, right: binary(level + 1) }
    }
  }

  function negative(): Syntax {
    if (!isAhead('-')) return union()
    take()
    return nested(() => ({ kind: 'negative', of: negative() }))
  }

  function union(): Syntax {
    let left = operand()
    while (isAhead('|')) {
      take()
      left = { kind: 'binary', operator: '|', left, right: operand() }
    }
    return left
  }

  function operand(): Syntax {
    const token = ahead()
    if (token.kind === 'number') {
      if (!Number.isFinite(Number(token.text))) return unexpected()
      take()
      return { kind: 'number', value: Number(token.text) }
    }
    if (token.kind === 'text') {
      take()
      return { kind: 'text', value: token.text }
    }
    if (isAhead('(')) return inParentheses()
    if (token.kind === 'reference') {
      take()
      return path({ kind: 'name', name: token.text, where: conditions() })
    }
    if (token.kind === 'name') return isAhead('(', 1) ? call() : path({ kind: 'here' }, true)
    if (isAhead('/')) return path({ kind: 'root' })
    if (isAhead('.') || isAhead('..')) return path({ kind: 'here' }, true)
    return unexpected()
  }

  function inParentheses(): Syntax {
    take('(')
    const inside = nested(() => binary(0))
    take(')')
    return inside
  }

  function call(): Syntax {
    const { text: name } = take()
    take('(')
    const values: Syntax[] = []
    if (!isAhead(')')) {
      values.push(nested(() => binary(0)))
      while (isAhead(',')) {
        take()
        values.push(nested(() => binary(0)))
      }
    }
    take(')')
    const made = named(name, values)
    return isAhead('/') || isAhead('[') ? path({ kind: 'call', call: made, where: conditions() }) : made
  }

  function path(from: PathStart, beginsAtOnce = false): Syntax {
    const steps: PathStep[] = beginsAtOnce ? [step()] : []
    while (isAhead('/')) {
      take()
      steps.push(step())
    }
    return { kind: 'path', from, steps }
  }

  function step(): PathStep {
    if (isAhead('..')) {
      take()
      return { to: { kind: 'parent' }, where: conditions() }
    }
    if (isAhead('.')) {
      take()
      return { to: { kind: 'self' }, where: conditions() }
    }
    if (ahead().kind !== 'name') return unexpected()
    return { to: { kind: 'child', name: take().text }, where: conditions() }
  }

  function conditions(): Syntax[] {
    const found: Syntax[] = []
    while (isAhead('[')) {
      if (brackets === mostBrackets) unexpected()
      take()
      brackets += 1
      found.push(nested(() => binary(0)))
      brackets -= 1
      take(']')
    }
    return found
  }

  function nested<Made>(make: () => Made): Made {
    depth += 1
    if (depth > deepest) unexpected()
    const made = make()
    depth -= 1
    return made
  }

  return { whole }
}

function named(name: string, values: readonly Syntax[]): Syntax {
  if (!isFunctionName(name)) {
    const refused = refusedFunctions[name] ?? (name.startsWith('cht:') ? 'unsupported' : undefined)
    if (refused)
      throw new Misread({
        code: refused === 'external' ? 'E_EXTERNAL_DATA' : 'E_FUNCTION_UNSUPPORTED',
        found: name,
      })
    const meant = nearest(name, Object.keys(functions))
    throw new Misread({ code: 'E_FUNCTION_UNKNOWN', found: name, ...(meant ? { nearest: meant } : {}) })
  }
  if (!takesAsMany(name, values.length))
    throw new Misread({ code: 'E_FUNCTION_ARITY', found: name, given: values.length, ...functions[name] })
  return { kind: 'call', name, values }
}
