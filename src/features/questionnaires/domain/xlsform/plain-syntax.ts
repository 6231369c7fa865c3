import type { Syntax } from '../expressions/syntax.ts'

/** Whether every part of an expression has a value of its own: numbers, quoted texts, references; no bare words. */
export function isPlain(syntax: Syntax): boolean {
  switch (syntax.kind) {
    case 'number':
    case 'text':
    case 'call':
      return true
    case 'negative':
      return isPlain(syntax.of)
    case 'binary':
      return isPlain(syntax.left) && isPlain(syntax.right)
    case 'path':
      return syntax.from.kind === 'name'
  }
}
