/**
 * A picture of numbers, for a phone held upright. All words come as they are to be read, numbers written in the reader's
 * language: whoever draws knows no language.
 */
export interface Picture {
  /** What the picture belongs to; small, on top. */
  title: string
  /** What is shown; large. */
  heading: string
  /** Of how many it speaks. */
  notes: readonly string[]
  parts: readonly Part[]
  /** Who has made it and when. */
  footer: string
}

export type Part = Bars | Spreads

/** A bar for each row, all on the scale from 0 to `most`. */
export interface Bars {
  kind: 'bars'
  rows: readonly Bar[]
  most: number
}

export interface Bar {
  label: string
  value: number
  /** The value in words: "7 (58%)". */
  text: string
}

/** How values lie, a line for each row: from the least to the most, the middle half as a box, the median as a mark. */
export interface Spreads {
  kind: 'spreads'
  rows: readonly Spread[]
  from: number
  to: number
  /** What stands beneath the lines. */
  marks: readonly { at: number; text: string }[]
  /** How the three signs are called; of a sign that no line has, nothing is said. */
  legend: Readonly<Record<SpreadSign, string>>
}

export type SpreadSign = 'median' | 'half' | 'all'

/** The signs that are drawn in it, in the order of its legend. */
export const signsIn = ({ rows }: Pick<Spreads, 'rows'>): SpreadSign[] =>
  rows.some(({ half }) => half) ? ['median', 'half', 'all'] : ['median', 'all']

export interface Spread {
  /** Empty where there is one line only, of which the notes speak. */
  label: string
  /** The median in words. */
  text: string
  least: number
  median: number
  most: number
  /** The middle half; absent where it says nothing, and there is no box then. */
  half?: { lower: number; upper: number }
}
