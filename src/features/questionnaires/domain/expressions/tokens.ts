import type { SyntaxMistake } from './syntax.ts'

export interface Token {
  readonly kind: 'number' | 'text' | 'reference' | 'name' | 'operator' | 'sign' | 'end'
  readonly text: string
  /** Where it begins, in characters of the normalised text. */
  readonly at: number
}

/** Thrown while reading; `parse` hands it out as data. */
export class Misread extends Error {
  readonly mistake: SyntaxMistake
  constructor(mistake: SyntaxMistake) {
    super(mistake.code)
    this.mistake = mistake
  }
}

/** What word processors make of straight quotes and spaces; 346 of 23,013 real expressions have them. */
export const straighten = (text: string): string =>
  text
    .replace(/[\u2018\u2019\u201A\u201B\u2032]/g, "'")
    .replace(/[\u201C\u201D\u201E\u201F\u2033]/g, '"')
    .replace(/[\u00A0\u2007\u202F\uFEFF]/g, ' ')

/** Operators of other languages, and what is meant. */
const foreign: Readonly<Record<string, string>> = {
  '==': '=',
  '&&': 'and',
  '||': 'or',
  '!': 'not(…)',
  '<>': '!=',
}

const wordOperators = new Set(['and', 'or', 'div', 'mod'])

const patterns = {
  space: /\s+/y,
  reference: /\$\{\s*([^{}\s]+)\s*\}/y,
  number: /\d+(\.\d*)?|\.\d+/y,
  text: /'([^']*)'|"([^"]*)"/y,
  name: /[\p{L}_][\p{L}\p{M}\p{N}_.\u00B7-]*(:[\p{L}_][\p{L}\p{M}\p{N}_.\u00B7-]*)?/uy,
  foreign: /==|&&|\|\||<>|!(?!=)/y,
  operator: /!=|<=|>=|[=<>+*|-]/y,
  sign: /\.\.|[.,()[\]/]/y,
}

/** Cuts an expression into its words. Throws `Misread`. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  let at = 0
  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at
    return pattern.exec(text)
  }
  const take = (kind: Token['kind'], found: RegExpExecArray, value = found[0]): void => {
    tokens.push({ kind, text: value, at })
    at += found[0].length
  }
  while (at < text.length) {
    const space = match(patterns.space)
    if (space) {
      at += space[0].length
      continue
    }
    const reference = match(patterns.reference)
    if (reference) {
      take('reference', reference, reference[1])
      continue
    }
    if (text.startsWith('$', at))
      throw new Misread({ code: 'E_REF_SYNTAX', found: text.slice(at, at + 40), at })
    const number = match(patterns.number)
    if (number) {
      take('number', number)
      continue
    }
    const quoted = match(patterns.text)
    if (quoted) {
      take('text', quoted, quoted[1] ?? quoted[2] ?? '')
      continue
    }
    const name = match(patterns.name)
    if (name) {
      take(wordOperators.has(name[0]) && followsOperand(tokens) ? 'operator' : 'name', name)
      continue
    }
    const wrong = match(patterns.foreign)
    if (wrong)
      throw new Misread({ code: 'E_EXPR_SYNTAX', found: wrong[0], at, instead: foreign[wrong[0]] ?? '' })
    const operator = match(patterns.operator)
    if (operator) {
      take('operator', operator)
      continue
    }
    const sign = match(patterns.sign)
    if (!sign) throw new Misread({ code: 'E_EXPR_SYNTAX', found: text.slice(at, at + 20), at })
    take('sign', sign)
  }
  return [...tokens, { kind: 'end', text: '', at }]
}

/** XPath 1.0, section 3.7: `and`, `or`, `div`, `mod` are names unless something stands before them that can be an operand. */
function followsOperand(tokens: readonly Token[]): boolean {
  const before = tokens.at(-1)
  if (!before || before.kind === 'operator') return false
  return before.kind !== 'sign' || [')', ']', '.', '..'].includes(before.text)
}
