import type { FunctionName } from './function-names.ts'

/** An expression of XPath 1.0's part that XLSForm uses, parsed and with its references resolved: plain data. */
export type Expression =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'call'; readonly name: FunctionName; readonly values: readonly Expression[] }
  | { readonly kind: 'negative'; readonly of: Expression }
  | {
      readonly kind: 'binary'
      readonly operator: Operator
      readonly left: Expression
      readonly right: Expression
    }
  /** The answer itself: `.` */
  | { readonly kind: 'self' }
  /**
   * Nodes of the form by their path without instance numbers, already resolved from `${name}`, `../name` or `/data/…`.
   * `within` is the innermost part of the form that its words do not leave: seen from the same instance of a repeat at
   * or around it that instance is meant, else all of them. So `${age}` and `..` are one's own and `${people}` is everybody.
   */
  | {
      readonly kind: 'nodes'
      readonly path: string
      readonly within: string
      readonly where: readonly Narrowing[]
      /** In brackets: seen from the node that is being looked at, not from the one the expression belongs to. */
      readonly isOfCandidate?: true
    }
  /** `instance('list')/root/item[…]/column`: the column of the choices for which every condition holds; without one, the choices. */
  | {
      readonly kind: 'choices'
      readonly list: string
      readonly where: readonly Expression[]
      readonly column?: string
    }
  /** A column of the choice that is being looked at: in a filter or in the brackets of `instance()`. */
  | { readonly kind: 'column'; readonly name: string }
  /** The bare word of a child that does not exist, e.g. `null`: blank. */
  | { readonly kind: 'blank' }

export type Operator =
  'or' | 'and' | '=' | '!=' | '<' | '<=' | '>' | '>=' | '+' | '-' | '*' | 'div' | 'mod' | '|'

/** Of the instances of the repeat at `at`, a part of the path, only those for which the condition holds. */
export interface Narrowing {
  readonly at: string
  /** Its references are resolved from there; a number alone is a position, from 1. */
  readonly condition: Expression
}
