import type { Place } from '../../../../shared/tables/issue.ts'
import type { Expression } from '../expressions/expression.ts'
import { parse } from '../expressions/parse.ts'
import { resolve, type Surroundings } from '../expressions/resolve.ts'
import type { Guess } from '../nearest.ts'
import type { FormReport } from './form-issue.ts'
import type { FormNames } from './form-names.ts'
import { cutAtReferences, withoutDevice } from './references.ts'
import { brokenPatterns } from './regular-expressions.ts'
import { referenceReporter, reportSyntax } from './report-mistake.ts'

/** Where an expression stands: its cell, and the node it belongs to. */
export interface ExpressionPlace extends Place {
  readonly here: string
  /** In a filter of choices bare words are columns. */
  readonly isFilter?: boolean
}

export interface ReadExpression {
  readonly expression: Expression
  readonly hasMistakes: boolean
  /** Bare words that count as blank. */
  readonly blanks: readonly string[]
}

/** Reads the text of an expression; what is wrong with it has been reported when it gives nothing. */
export type ExpressionReader = (text: string, place: ExpressionPlace) => ReadExpression | undefined

/** The longest expression, in characters: real ones stay far below. */
const longestExpression = 10_000
/** All expressions of a file together, so that a file made to keep us busy is given up. */
const mostCharacters = 3_000_000

/** Reads expressions of one form, with its names. */
export function expressionReader(names: FormNames, guess: Guess, report: FormReport): ExpressionReader {
  const reportReference = referenceReporter(names, guess, report)
  let characters = 0

  return (text, place) => {
    characters += text.length
    if (text.length > longestExpression || characters > mostCharacters)
      return void report('E_EXPR_SYNTAX_LONG', place, text, { limit: longestExpression })
    const pieces = cutAtReferences(text)
    const broken = pieces.filter(({ kind }) => kind === 'broken')
    for (const piece of broken)
      if (piece.kind === 'broken') report('E_REF_SYNTAX', place, text, { part: piece.text })
    if (broken.length > 0) return undefined
    const parsed = parse(withoutDevice(text, names.named))
    if (parsed.kind === 'mistake') return void reportSyntax(parsed.mistake, text, place, report)
    for (const pattern of brokenPatterns(parsed.syntax)) reportPattern(pattern, place)
    const { expression, mistakes, blanks } = resolve(parsed.syntax, surroundingsOf(names, place))
    for (const mistake of distinct(mistakes)) reportReference(mistake, text, place)
    for (const word of new Set(blanks))
      report('W_WORD_BLANK', place, word, { whole: text, example: `\${${word}}` })
    return { expression, hasMistakes: mistakes.length > 0, blanks }
  }

  function reportPattern(pattern: { text: string; isLong: boolean }, place: Place): void {
    report(pattern.isLong ? 'E_CONSTRAINT_REGEX_LONG' : 'E_CONSTRAINT_REGEX', place, pattern.text)
  }
}

const surroundingsOf = (names: FormNames, { here, isFilter = false }: ExpressionPlace): Surroundings => ({
  here,
  paths: names.paths,
  named: names.named,
  rootNames: names.rootNames,
  lists: names.lists,
  ...(isFilter && { columns: names.choiceColumns }),
})

const distinct = <One extends { readonly code: string; readonly found: string }>(
  mistakes: readonly One[],
) => [...new Map(mistakes.map((one) => [`${one.code} ${one.found}`, one])).values()]
