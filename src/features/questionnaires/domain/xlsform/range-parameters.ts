import type { Parameters } from '../form.ts'
import type { FormReport } from './form-issue.ts'
import type { FormRow } from './form-table.ts'
import { isNumber, type ParameterWords } from './parameters.ts'
import type { ChoiceLists } from './read-choices.ts'

/** Reads the bounds of a range; one that falls begins with its greatest value. Its ticks mean nothing in a chat and are checked all the same. */
export function readRange(
  words: ParameterWords,
  row: FormRow,
  lists: ChoiceLists,
  report: FormReport,
): Parameters {
  const number = (key: string, otherwise: number) => Number(words.get(key) ?? otherwise)
  const range = { start: number('start', 1), end: number('end', 10), step: Math.abs(number('step', 1)) }
  const width = Math.abs(range.end - range.start)
  if (range.step === 0 || range.step > width)
    report('E_PARAMETER_INVALID_STEP', row.place('parameters'), row.get('parameters'), {
      step: String(range.step),
      width: String(width),
    })
  else if (!hasFittingTicks(words, row, lists, range))
    report('E_PARAMETER_INVALID_TICKS', row.place('parameters'), row.get('parameters'))
  return range
}

function hasFittingTicks(
  words: ParameterWords,
  row: FormRow,
  lists: ChoiceLists,
  { start, end, step }: { start: number; end: number; step: number },
): boolean {
  const [interval, middle, labels] = ['tick_interval', 'placeholder', 'tick_labelset'].map((key) =>
    words.get(key),
  )
  if (interval === undefined && middle === undefined && labels === undefined) return true
  const appearance = row.get('appearance')
  if (appearance !== '' && !/vertical|no-ticks/.test(appearance)) return false
  const isWithin = (value: number) => value >= Math.min(start, end) && value <= Math.max(start, end)
  const isMultiple = (value: number, of: number) => Math.abs(value / of - Math.round(value / of)) < 1e-9
  const tick = interval === undefined ? step : Math.abs(Number(interval))
  if (!(tick > 0 && tick <= Math.abs(end - start) && isMultiple(tick, step))) return false
  if (middle !== undefined && !(isWithin(Number(middle)) && isMultiple(Number(middle) - start, step)))
    return false
  if (labels === undefined) return true
  const values = lists.get(labels)?.map(({ name }) => name)
  if (
    !values?.every(
      (value) => isNumber(value) && isWithin(Number(value)) && isMultiple(Number(value) - start, tick),
    )
  )
    return false
  return !appearance.includes('no-ticks') || isEnds(new Set(values.map(Number)), start, end)
}

const isEnds = (values: ReadonlySet<number>, start: number, end: number): boolean =>
  values.size === 2 && values.has(start) && values.has(end)
