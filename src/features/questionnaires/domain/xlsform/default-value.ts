import type { DefaultValue } from '../form.ts'
import type { FormReport } from './form-issue.ts'
import type { FormRow } from './form-table.ts'
import type { ExpressionReader } from './read-expression.ts'
import { isStatic, staticValue } from './static-default.ts'

export interface DefaultNeeds {
  readonly read: ExpressionReader
  readonly report: FormReport
  /** The names that may be chosen, of a question with choices. */
  readonly choices?: ReadonlySet<string> | undefined
}

/**
 * Reads what stands in a question before anybody has answered: a value, or an expression where it has a function, a
 * reference or an operator in it.
 */
export function readDefault(
  row: FormRow,
  type: string,
  here: string,
  { read, report, choices }: DefaultNeeds,
): DefaultValue | undefined {
  const text = row.get('default')
  if (text === '') return undefined
  const place = row.place('default')
  if (!isStatic(text, type)) {
    const value = read(text, { ...place, here })
    return value && { kind: 'dynamic', expression: value.expression }
  }
  const value = staticValue(text, type)
  if (value === undefined) {
    report('E_DEFAULT_TYPE', place, text, { type })
    return undefined
  }
  const isChoice = !choices || value.split(' ').every((name) => choices.has(name)) || choices.has(value)
  if (value === '' || !isChoice) {
    report('W_DEFAULT_IGNORED', place, text)
    return undefined
  }
  return { kind: 'static', value }
}
