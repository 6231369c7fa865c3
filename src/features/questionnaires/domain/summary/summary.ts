import type { Spread, Step } from './spread.ts'

/** Below this many answers nothing is shown of an anonymous questionnaire, nor a median of others to anybody. */
export const fewestShown = 5

/** What all who were asked something have answered. */
export interface Summary {
  /** How many have answered. */
  n: number
  /** To how many the question applied; whoever is not among `n` has skipped it. */
  asked: number
  of: SummaryOf
}

export type SummaryOf =
  /** Anonymous, and too few to say anything. */
  | { kind: 'tooFew' }
  | { kind: 'nothing' }
  | { kind: 'choices'; isSeveral: boolean; counts: readonly Count[] }
  | { kind: 'ranks'; places: readonly Place[] }
  | { kind: 'numbers'; spread: Spread; counts: readonly Count[]; steps: readonly Step[] }
  /** ISO dates, times, or both. */
  | { kind: 'moments'; type: 'date' | 'time' | 'dateTime'; first: string; last: string }
  /** Newest first; of an anonymous questionnaire in the order of the alphabet. */
  | { kind: 'texts'; texts: readonly string[] }
  /** Files, places, and notes that were read: only that they are there. */
  | { kind: 'count'; of: 'files' | 'places' | 'read' }

/** How many have chosen something; `name` is that of the choice, or the number on the scale. */
export interface Count {
  name: string
  count: number
}

/** How something was ranked. */
export interface Place {
  name: string
  /** How many have given it a place. */
  ranked: number
  first: number
  meanPlace: number
}
