import type { Place } from '../../../../shared/tables/issue.ts'
import type { ReferenceMistake } from '../expressions/resolve.ts'
import type { SyntaxMistake } from '../expressions/syntax.ts'
import type { Guess } from '../nearest.ts'
import type { FormReport } from './form-issue.ts'
import type { FormNames } from './form-names.ts'

/** Says why a text is no expression; `whole` is the cell. */
export function reportSyntax(mistake: SyntaxMistake, whole: string, place: Place, report: FormReport): void {
  const { found } = mistake
  switch (mistake.code) {
    case 'E_REF_SYNTAX':
      return report('E_REF_SYNTAX', place, whole, { part: found })
    case 'E_FUNCTION_UNSUPPORTED':
      return report('E_FUNCTION_UNSUPPORTED', place, found)
    case 'E_EXTERNAL_DATA':
      return report('E_EXTERNAL_DATA_FUNCTION', place, found)
    case 'E_FUNCTION_UNKNOWN':
      return mistake.nearest
        ? report('E_FUNCTION_UNKNOWN_NEAR', place, found, { nearest: mistake.nearest })
        : report('E_FUNCTION_UNKNOWN', place, found)
    case 'E_FUNCTION_ARITY':
      return reportArity(mistake, place, report)
    case 'E_EXPR_SYNTAX':
      return reportPlace(mistake, whole, place, report)
  }
}

/** Numbers go as text: how many values there are is no count of a plural. */
function reportArity(
  { found, given, least, most }: SyntaxMistake & { code: 'E_FUNCTION_ARITY' },
  place: Place,
  report: FormReport,
): void {
  const details = { given: String(given), least: String(least), most: String(most) }
  if (least === most) report('E_FUNCTION_ARITY', place, found, details)
  else if (most === Infinity) report('E_FUNCTION_ARITY_LEAST', place, found, details)
  else report('E_FUNCTION_ARITY_BETWEEN', place, found, details)
}

function reportPlace(
  { found, instead }: SyntaxMistake & { code: 'E_EXPR_SYNTAX' },
  whole: string,
  place: Place,
  report: FormReport,
): void {
  if (/^['"]/.test(found)) report('E_EXPR_SYNTAX_QUOTE', place, whole, { part: found })
  else if (found === '') report('E_EXPR_SYNTAX_END', place, whole)
  else if (instead && foreignOperators.includes(found))
    report('E_EXPR_SYNTAX_INSTEAD', place, whole, { part: found, instead })
  else if (instead) report('E_EXPR_SYNTAX_EXPECTED', place, whole, { part: found, instead })
  else report('E_EXPR_SYNTAX', place, whole, { part: found })
}

const foreignOperators = ['==', '&&', '||', '!', '<>']

/** Says which words of an expression lead nowhere. */
export function referenceReporter(names: FormNames, guess: Guess, report: FormReport) {
  const known = new Set(names.named.keys())

  return ({ code, found }: ReferenceMistake, whole: string, place: Place): void => {
    if (code === 'E_REF_AMBIGUOUS') return report('E_REF_AMBIGUOUS', place, found)
    if (code === 'E_EXPR_SYNTAX') return report('E_EXPR_SYNTAX', place, whole, { part: found })
    if (code === 'E_LIST_UNKNOWN') {
      const list = guess(found, names.lists)
      if (list) return report('E_LIST_UNKNOWN_NEAR', place, found, { nearest: list })
      return report('E_LIST_UNKNOWN', place, found)
    }
    const word = found.replace(/^\$\{(.*)\}$/, '$1').replace(/^.*\//, '')
    const meant = guess(word, known)
    if (meant) report('E_REF_UNKNOWN_NEAR', place, found, { nearest: `\${${meant}}` })
    else report('E_REF_UNKNOWN', place, found)
  }
}
