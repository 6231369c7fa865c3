import { daysOf } from './dates.ts'

/** What an expression comes to. A moment is a text and a number at once: `today() - ${born} > 6570`. */
export type Value = string | number | boolean | Moment | Nodes

export interface Moment {
  readonly kind: 'moment'
  /** Since 1970, by the clock on the wall; a fraction is the time of day. */
  readonly days: number
  readonly text: string
}

/** Answers, or columns of choices: all that a reference means. */
export interface Nodes {
  readonly kind: 'nodes'
  readonly texts: readonly string[]
  /** Which instance of a repeat the first one is; 1 for what does not repeat. */
  readonly position: number
}

export const isNodes = (value: Value): value is Nodes => typeof value === 'object' && value.kind === 'nodes'

/** The first of several, and no value for none. */
export function textOf(value: Value): string {
  switch (typeof value) {
    case 'string':
      return value
    case 'number':
      return numberText(value)
    case 'boolean':
      return String(value)
    default:
      return value.kind === 'moment' ? value.text : (value.texts[0] ?? '')
  }
}

/** A blank is no number, so that it is neither less than 5 nor more; a date is its day since 1970. */
export function numberOf(value: Value, zone: string): number {
  switch (typeof value) {
    case 'string':
      return textAsNumber(value, zone)
    case 'number':
      return value
    case 'boolean':
      return value ? 1 : 0
    default:
      return value.kind === 'moment' ? value.days : textAsNumber(value.texts[0] ?? '', zone)
  }
}

/** An answer counts as true when there is one, whatever it says. */
export function truthOf(value: Value): boolean {
  switch (typeof value) {
    case 'string':
      return value !== ''
    case 'number':
      return value !== 0 && !Number.isNaN(value)
    case 'boolean':
      return value
    default:
      return value.kind === 'moment' || value.texts.some((text) => text.trim() !== '')
  }
}

/** Every text of it: several for references that mean several answers. */
export const textsOf = (value: Value): readonly string[] => (isNodes(value) ? value.texts : [textOf(value)])

export const numbersOf = (value: Value, zone: string): readonly number[] =>
  isNodes(value) ? value.texts.map((text) => textAsNumber(text, zone)) : [numberOf(value, zone)]

const plainNumber = /^\s*-?(\d+(\.\d*)?|\.\d+)\s*$/

function textAsNumber(text: string, zone: string): number {
  if (text === '') return NaN
  return plainNumber.test(text) ? Number(text) : daysOf(text, zone)
}

/** As people write it, never `1e21`; no number is no text. */
export function numberText(value: number): string {
  if (Number.isNaN(value)) return ''
  const written = String(value)
  if (!written.includes('e')) return written === '-0' ? '0' : written
  return Number.isInteger(value) ? BigInt(value).toString() : value.toFixed(20).replace(/\.?0+$/, '')
}
