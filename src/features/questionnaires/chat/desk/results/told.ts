import type { Spread } from '../../../domain/summary/spread.ts'

/** What a summary says, in plain words: the chat shows it as text, a picture draws the same. */
export interface Told {
  heading: string
  notes: string[]
  rows: ToldRow[]
  /** What the longest possible bar stands for. */
  most: number
  spread?: ToldSpread
  texts?: readonly string[]
}

export interface ToldRow {
  label: string
  /** The number, to be read before the bar. */
  text: string
  value: number
}

export interface ToldSpread extends Spread {
  /** Writes a value of its scale. */
  written(value: number): string
}
