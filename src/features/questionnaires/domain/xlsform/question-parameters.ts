import type { Parameters, QuestionTypeName } from '../form.ts'
import type { Building } from './form-builder.ts'
import type { FormReport } from './form-issue.ts'
import type { FormRow } from './form-table.ts'
import { isNumber, readParameters } from './parameters.ts'
import { readRange } from './range-parameters.ts'
import type { ExpressionReader } from './read-expression.ts'

/** Reads the parameters of a question: the bounds of a range, or that choices come in a random order. */
export function questionParameters(
  row: FormRow,
  type: QuestionTypeName,
  here: string,
  { read, report, lists }: Building,
): Parameters | undefined {
  const isSelect = type === 'select_one' || type === 'select_multiple' || type === 'rank'
  const words = readParameters(row, isSelect ? 'select' : type, report)
  if (type === 'range') return readRange(words, row, lists, report)
  if (!isSelect || words.size === 0) return undefined
  const seed = words.get('seed')
  if (seed !== undefined && !words.has('randomize'))
    report('E_PARAMETER_INVALID_VALUE', row.place('parameters'), `seed=${seed}`, {
      key: 'randomize',
      allowed: 'randomize=true',
    })
  if (words.get('randomize')?.toLowerCase() !== 'true') return undefined
  return { isRandomized: true, ...(seed !== undefined && seedOf(seed, row, here, read, report)) }
}

function seedOf(
  seed: string,
  row: FormRow,
  here: string,
  read: ExpressionReader,
  report: FormReport,
): Pick<Parameters, 'seed'> {
  if (isNumber(seed)) return { seed: Number(seed) }
  const place = row.place('parameters')
  if (!/^\$\{.*\}$/.test(seed)) {
    report('E_PARAMETER_INVALID_NUMBER', place, `seed=${seed}`, { key: 'seed' })
    return {}
  }
  const value = read(seed, { ...place, here })
  return value ? { seed: value.expression } : {}
}
