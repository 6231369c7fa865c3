import { formOf, sessionOn } from '../form-of.ts'
import type { Given } from '../../../../src/features/questionnaires/domain/session/session.ts'

/** What an expression comes to as a calculation, beside questions `a`, `b` and `c` that have been answered so. */
export function worked(
  expression: string,
  answers: Readonly<Record<string, string>> = {},
  given: Partial<Given> = {},
): string {
  const form = formOf({
    survey: [
      { type: 'text', name: 'a', label: 'A' },
      { type: 'text', name: 'b', label: 'B' },
      { type: 'text', name: 'c', label: 'C' },
      { type: 'calculate', name: 'worked', calculation: expression },
    ],
  })
  const paths = Object.fromEntries(Object.entries(answers).map(([name, value]) => [`/data/${name}`, value]))
  return sessionOn(form, paths, given).value('/data/worked')
}
