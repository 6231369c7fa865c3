import { asciiDigits } from '../../../../shared/ascii-digits.ts'
import { foldLetters } from '../../../../shared/fold-letters.ts'
import { inOrder, type Setting } from './plan-rules.ts'

/** Units as people write them in four languages, in minutes; without one it is minutes. */
const units: readonly [RegExp, number][] = [
  [/^(?:|m|mins?|mn|dk|dak|dakika|minutes?|minutos?)$/, 1],
  [/^(?:h|hr|hrs|sa|saat|hours?|horas?|heures?)$/, 60],
  [/^(?:d|g|j|gun|days?|dias?|jours?)$/, 24 * 60],
]

/** Words that stand around a time and say nothing else. */
const filling = /\b(?:once|kala|before|antes|avant|the|de)\b/g
/** What parts one time from another; an "and" may also stand within one: 1 h and 30 min. */
const parting = /[,;+&/\n]|\b(?:ve|and|y|et)\b/
const hoursAndMinutes = /(\d+ ?(?:h|hr|hrs|sa|saat|hours?|horas?|heures?)) (?:ve|and|y|et) (?=\d+ ?(?:m|d))/g

/**
 * Reads "45", "60 15", "1 sa 30 dk", "2 h, 30 min", "1 día": minutes before something, the longest first; `undefined` where
 * it cannot be read. Hours directly followed by minutes are one time.
 */
export function readMinutesBefore(text: string): Setting | undefined {
  const folded = foldLetters(asciiDigits(text))
    .replace(filling, ' ')
    .replace(/[.'’]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(hoursAndMinutes, '$1 ')
  const times = folded
    .split(parting)
    .map((part) => part.trim())
    .flatMap((part) => timesIn(part))
  return times.length > 0 && times.every((time) => time !== undefined) ? inOrder(times) : undefined
}

function timesIn(part: string): (number | undefined)[] {
  const written = /^(?:\d{1,5}(?!\d) ?[a-z]* ?)+$/.test(part)
    ? [...part.matchAll(/(\d{1,5}) ?([a-z]*)/g)]
    : []
  if (written.length === 0) return [undefined]
  const times: (number | undefined)[] = []
  let isAfterHours = false
  for (const [, count, unit = ''] of written) {
    const size = units.find(([names]) => names.test(unit))?.[1]
    const minutes = size === undefined ? undefined : Number(count) * size
    const former = times.at(-1)
    if (isAfterHours && size === 1 && Number(count) < 60 && former !== undefined)
      times[times.length - 1] = former + Number(count)
    else times.push(minutes)
    isAfterHours = size === 60
  }
  return times
}
