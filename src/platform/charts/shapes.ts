import { looks } from './looks.ts'
import type { Bar, Spread, SpreadSign, Spreads } from './picture.ts'

/** A shape as ECharts draws it. */
export interface Shape {
  type: 'rect' | 'line' | 'polygon'
  shape: object
  style: object
}

/** Where a value of the scale is, from the left edge of the picture. */
type Across = (value: number) => number

const { colours } = looks

const rect = (x: number, y: number, width: number, height: number, style: object): Shape => ({
  type: 'rect',
  shape: { x, y, width, height, r: 6 },
  style,
})

const line = (x1: number, y1: number, x2: number, y2: number): Shape => ({
  type: 'line',
  shape: { x1, y1, x2, y2 },
  style: { stroke: colours.line, lineWidth: 6 },
})

/** A bar on its track; even the smallest value can be seen. */
export function barShapes({ value }: Bar, most: number, y: number, across: Across): Shape[] {
  const from = across(0)
  const whole = across(most) - from
  const long = value > 0 ? Math.max(across(value) - from, 8) : 0
  return [
    rect(from, y, whole, looks.bar, { fill: colours.track }),
    ...(long > 0 ? [rect(from, y, long, looks.bar, { fill: colours.bar })] : []),
  ]
}

/** From the least to the most with an end at both sides, a box around the middle half, a rhomb at the median. */
export function spreadShapes(
  { least, median, most, half }: Spread,
  { from, to }: Pick<Spreads, 'from' | 'to'>,
  y: number,
  across: Across,
): Shape[] {
  return [
    rect(across(from), y + looks.spread / 2 - 4, across(to) - across(from), 8, { fill: colours.track }),
    ...signs(across(least), across(most), y),
    ...(half ? [box(across(half.lower), across(half.upper), y)] : []),
    rhomb(across(median), y + looks.spread / 2),
  ]
}

/** The same signs, each beside its name. */
export function legendShapes(named: readonly SpreadSign[], x: number, y: number, width: number): Shape[] {
  const drawn: Record<SpreadSign, (middle: number) => Shape[]> = {
    median: (middle) => [rhomb(x + width / 2, middle, 16)],
    half: (middle) => [box(x, x + width, middle - looks.spread / 2, 14)],
    all: (middle) => signs(x, x + width, middle - looks.spread / 2, 14),
  }
  return named.flatMap((sign, index) => drawn[sign](y + index * looks.small.line + looks.small.line / 2))
}

function signs(left: number, right: number, y: number, half = 20): Shape[] {
  const middle = y + looks.spread / 2
  return [
    line(left, middle, right, middle),
    line(left, middle - half, left, middle + half),
    line(right, middle - half, right, middle + half),
  ]
}

const box = (left: number, right: number, y: number, half = 22): Shape =>
  rect(left, y + looks.spread / 2 - half, Math.max(right - left, 4), 2 * half, {
    ...{ fill: colours.box, stroke: colours.bar, lineWidth: 3 },
  })

const rhomb = (x: number, middle: number, half = 26): Shape => ({
  type: 'polygon',
  shape: {
    points: [
      [x, middle - half],
      [x + half * 0.7, middle],
      [x, middle + half],
      [x - half * 0.7, middle],
    ],
  },
  style: { fill: colours.mark, stroke: colours.paper, lineWidth: 4 },
})
