import type { FunctionName } from './function-names.ts'
import type { Operator } from './expression.ts'

/** An expression as it is written: its references are still words. */
export type Syntax =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'call'; readonly name: FunctionName; readonly values: readonly Syntax[] }
  | { readonly kind: 'negative'; readonly of: Syntax }
  | { readonly kind: 'binary'; readonly operator: Operator; readonly left: Syntax; readonly right: Syntax }
  | { readonly kind: 'path'; readonly from: PathStart; readonly steps: readonly PathStep[] }

/** Where a path begins: at the answer itself, at the root, at `${name}`, or at what a function gives. */
export type PathStart =
  | { readonly kind: 'here' }
  | { readonly kind: 'root' }
  | { readonly kind: 'name'; readonly name: string; readonly where: readonly Syntax[] }
  | { readonly kind: 'call'; readonly call: Syntax; readonly where: readonly Syntax[] }

/** One step down to a child, up to the parent (`..`), or staying (`.`), and what narrows it. */
export interface PathStep {
  readonly to:
    | { readonly kind: 'child'; readonly name: string }
    | { readonly kind: 'parent' }
    | { readonly kind: 'self' }
  readonly where: readonly Syntax[]
}

/** Why a text is no expression. `at` and `found` are the place in it. */
export type SyntaxMistake =
  | { readonly code: 'E_EXPR_SYNTAX'; readonly found: string; readonly at: number; readonly instead?: string }
  | { readonly code: 'E_REF_SYNTAX'; readonly found: string; readonly at: number }
  | { readonly code: 'E_FUNCTION_UNKNOWN'; readonly found: string; readonly nearest?: string }
  | { readonly code: 'E_FUNCTION_UNSUPPORTED' | 'E_EXTERNAL_DATA'; readonly found: string }
  | {
      readonly code: 'E_FUNCTION_ARITY'
      readonly found: string
      readonly given: number
      readonly least: number
      readonly most: number
    }

/** What is written inside another one, one level down. */
export function partsOfSyntax(syntax: Syntax): readonly Syntax[] {
  switch (syntax.kind) {
    case 'call':
      return syntax.values
    case 'negative':
      return [syntax.of]
    case 'binary':
      return [syntax.left, syntax.right]
    case 'path':
      return [...startOf(syntax.from), ...syntax.steps.flatMap(({ where }) => where)]
    default:
      return []
  }
}

function startOf(from: PathStart): readonly Syntax[] {
  if (from.kind === 'name') return from.where
  return from.kind === 'call' ? [from.call, ...from.where] : []
}
