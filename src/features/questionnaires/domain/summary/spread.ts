/** How numbers lie. */
export interface Spread {
  n: number
  least: number
  /** A quarter of the values is below. */
  lower: number
  median: number
  /** A quarter of the values is above. */
  upper: number
  most: number
}

/**
 * How values lie; `undefined` when there are none. Between two values a quartile is as far as spreadsheets put it
 * (`QUARTILE.INC`), so that whoever checks with the exported table finds the same.
 */
export function spreadOf(values: readonly number[]): Spread | undefined {
  if (values.length === 0) return undefined
  const sorted = values.toSorted((one, other) => one - other)
  const at = (share: number) => valueAt(sorted, share * (sorted.length - 1))
  return { n: sorted.length, least: at(0), lower: at(0.25), median: at(0.5), upper: at(0.75), most: at(1) }
}

/** Of three values or fewer a middle half says nothing, nor does one without a width. */
export const hasMiddleHalf = ({ n, lower, upper }: Spread): boolean => n >= 4 && lower < upper

/** The value at a place between two others. */
function valueAt(sorted: readonly number[], place: number): number {
  const below = sorted[Math.floor(place)] ?? 0
  const above = sorted[Math.ceil(place)] ?? below
  return below + (above - below) * (place - Math.floor(place))
}

/** The values of a step: at least `from`, and less than `to`; the last step of broken numbers has its end in it. */
export interface Step {
  from: number
  to: number
  count: number
}

const mostSteps = 6

/** How many values there are in each of about six steps of a round width; none where all values are the same. */
export function stepsOf(values: readonly number[], { areWhole = false } = {}): Step[] {
  const spread = spreadOf(values)
  if (!spread || spread.least === spread.most) return []
  const narrow = roundWidth((spread.most - spread.least) / mostSteps)
  const width = areWhole ? Math.max(narrow, 1) : narrow
  const first = Math.floor(spread.least / width)
  const last = areWhole
    ? Math.floor(spread.most / width) + 1
    : Math.max(Math.ceil(spread.most / width), first + 1)
  const steps = Array.from({ length: last - first }, (_, index) => ({
    ...{ from: exact((first + index) * width), to: exact((first + index + 1) * width) },
    count: 0,
  }))
  for (const value of values) {
    const index = Math.min(Math.floor(value / width) - first, steps.length - 1)
    const step = steps[index]
    if (step) step.count += 1
  }
  return steps
}

/** The next of 1, 2, 5, 10, 20, 50, … that is at least as wide. */
function roundWidth(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least))
  return exact(([1, 2, 5].find((digit) => digit * power >= least * (1 - 1e-9)) ?? 10) * power)
}

/** Without the dust of binary fractions: 0.30000000000000004 is 0.3. */
const exact = (value: number): number => Number(value.toPrecision(12))
