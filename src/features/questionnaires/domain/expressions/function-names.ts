/** How many values a function takes, at least and at most. */
interface Arity {
  readonly least: number
  readonly most: number
}

const exactly = (count: number): Arity => ({ least: count, most: count })
const between = (least: number, most: number): Arity => ({ least, most })
const atLeast = (least: number): Arity => ({ least, most: Infinity })

/** Every function that a form may use, as XPath 1.0 and the ODK reference (docs.getodk.org/form-operators-functions) have them. */
export const functions = {
  selected: exactly(2),
  'selected-at': exactly(2),
  'count-selected': exactly(1),
  if: exactly(3),
  coalesce: exactly(2),
  once: exactly(1),
  not: exactly(1),
  true: exactly(0),
  false: exactly(0),
  boolean: exactly(1),
  'boolean-from-string': exactly(1),
  number: between(0, 1),
  int: exactly(1),
  round: between(1, 2),
  floor: exactly(1),
  ceiling: exactly(1),
  abs: exactly(1),
  pow: exactly(2),
  sqrt: exactly(1),
  exp: exactly(1),
  log: exactly(1),
  log10: exactly(1),
  sin: exactly(1),
  cos: exactly(1),
  tan: exactly(1),
  min: atLeast(1),
  max: atLeast(1),
  sum: exactly(1),
  count: exactly(1),
  'count-non-empty': exactly(1),
  position: between(0, 1),
  last: exactly(0),
  string: between(0, 1),
  'string-length': between(0, 1),
  concat: atLeast(1),
  join: atLeast(1),
  substr: between(2, 3),
  substring: between(2, 3),
  'substring-before': exactly(2),
  'substring-after': exactly(2),
  contains: exactly(2),
  'starts-with': exactly(2),
  'ends-with': exactly(2),
  'normalize-space': between(0, 1),
  trim: exactly(1),
  translate: exactly(3),
  regex: exactly(2),
  date: exactly(1),
  'date-time': exactly(1),
  today: exactly(0),
  now: exactly(0),
  'format-date': exactly(2),
  'format-date-time': exactly(2),
  'decimal-date-time': exactly(1),
  'decimal-time': exactly(1),
  uuid: between(0, 1),
  random: exactly(0),
  'indexed-repeat': between(3, 7),
  'jr:choice-name': exactly(2),
  instance: exactly(1),
  current: exactly(0),
} as const satisfies Record<string, Arity>

export type FunctionName = keyof typeof functions

export const isFunctionName = (name: string): name is FunctionName => Object.hasOwn(functions, name)

export const takesAsMany = (name: FunctionName, count: number): boolean =>
  count >= functions[name].least && count <= functions[name].most

/** Known elsewhere, but what they need is not in a chat. */
export const refusedFunctions: Readonly<Record<string, 'unsupported' | 'external'>> = {
  pulldata: 'external',
  search: 'external',
  area: 'unsupported',
  distance: 'unsupported',
  geofence: 'unsupported',
  digest: 'unsupported',
  'base64-decode': 'unsupported',
  'extract-signed': 'unsupported',
  'jr:itext': 'unsupported',
  checklist: 'unsupported',
  'weighted-checklist': 'unsupported',
  version: 'unsupported',
}
