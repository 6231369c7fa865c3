import type { FormReport } from './form-issue.ts'
import type { FormRow } from './form-table.ts'

/** What the cell `parameters` says, key by key; values in small letters, as XLSForm's tools compare them. */
export type ParameterWords = ReadonlyMap<string, string>

/** The keys that a type knows; other types take any, and nothing is made of them. */
const known: Readonly<Record<string, readonly string[]>> = {
  select: ['randomize', 'seed'],
  range: ['start', 'end', 'step', 'tick_interval', 'placeholder', 'tick_labelset'],
  text: ['rows'],
  image: ['max-pixels', 'app'],
  audio: ['quality'],
  audit: [
    'identify-user',
    'location-max-age',
    'location-min-interval',
    'location-priority',
    'track-changes',
    'track-changes-reasons',
  ],
  geopoint: ['allow-mock-accuracy', 'capture-accuracy', 'warning-accuracy', 'reference-geometry'],
}

const wholeNumbers = ['rows', 'max-pixels', 'location-min-interval', 'location-max-age']
const numbers = [
  ...wholeNumbers,
  'capture-accuracy',
  'warning-accuracy',
  'start',
  'end',
  'step',
  'tick_interval',
  'placeholder',
]
const fixed: Readonly<Record<string, readonly string[]>> = {
  randomize: ['true', 'false'],
  'allow-mock-accuracy': ['true', 'false'],
  quality: ['voice-only', 'low', 'normal', 'external'],
  'identify-user': ['true', 'false'],
  'track-changes': ['true', 'false'],
  'track-changes-reasons': ['on-form-edit'],
  'location-priority': ['no-power', 'low-power', 'balanced', 'high-accuracy'],
}

/** Reads `key=value` pairs, separated by spaces, commas or semicolons, and checks them against the type. */
export function readParameters(row: FormRow, type: string, report: FormReport): ParameterWords {
  const text = row.get('parameters')
  const place = row.place('parameters')
  const pairs = new Map<string, string>()
  let rest = text
  for (;;) {
    rest = rest.replace(/^[\s,;]+/, '')
    if (rest === '') break
    const [whole, key = '', value = ''] = /^([^\s=,;]+)\s*=\s*([^\s=,;]+)/.exec(rest) ?? []
    if (whole === undefined) {
      report('E_PARAMETER_INVALID', place, text)
      return new Map()
    }
    pairs.set(key.toLowerCase(), value)
    rest = rest.slice(whole.length)
  }
  const keys = known[type]
  if (!keys) return new Map()
  return new Map([...pairs].filter(([key, value]) => isRight(key, value)))

  function isRight(key: string, value: string): boolean {
    const found = `${key}=${value}`
    if (!keys?.includes(key))
      report('E_PARAMETER_INVALID_KEY', place, found, { key, allowed: keys?.join(', ') ?? '' })
    else if (numbers.includes(key) && !(wholeNumbers.includes(key) ? /^-?\d+$/.test(value) : isNumber(value)))
      report('E_PARAMETER_INVALID_NUMBER', place, found, { key })
    else if (fixed[key] && !fixed[key].includes(value.toLowerCase()))
      report('E_PARAMETER_INVALID_VALUE', place, found, { key, allowed: fixed[key].join(', ') })
    else return true
    return false
  }
}

export const isNumber = (text: string): boolean => /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d{1,2})?$/i.test(text)
