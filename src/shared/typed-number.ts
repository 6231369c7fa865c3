import { asciiDigits } from './ascii-digits.ts'
import { cleanLine } from './clean-text.ts'
import type { Language } from './localized-text.ts'

/** What a typed number can mean; "1.250" from somebody who writes English is either of two. */
export type NumberReading =
  | { kind: 'number'; value: number }
  | { kind: 'ambiguous'; readings: readonly [number, number] }
  | { kind: 'unreadable' }

/**
 * Reads "12,5", "1.250.000", "1,250.5", "1 250", "%40", "٣٫٥". A lone sign before three digits parts thousands where
 * the language writes thousands so, and is asked about where it does not.
 */
export function readNumber(text: string, language: Language): NumberReading {
  const written = asciiDigits(cleanLine(text))
    .replace(/^[%\p{Sc}]\s?|\s?[%\p{Sc}]$/gu, '')
    .replace(/[−–]/g, '-')
    .replace(/(?<=\d)[ '’٬](?=\d{3}(?!\d))/g, '')
  const isNegative = written.startsWith('-')
  const digits = written.replace(/^[+-]\s?/, '')
  const readings = possibleValues(digits, language).map((value) =>
    isNegative && value !== 0 ? -value : value,
  )
  const [first, second] = readings
  if (first === undefined) return { kind: 'unreadable' }
  return second === undefined
    ? { kind: 'number', value: first }
    : { kind: 'ambiguous', readings: [first, second] }
}

const groupSigns: Record<Language, string> = { tr: '.', es: '.', en: ',', fr: ' ' }

function possibleValues(digits: string, language: Language): readonly number[] {
  if (/^\d+$/.test(digits)) return safe(digits)
  if (/^\d*٫\d+$/.test(digits)) return safe(digits.replace('٫', '.'))
  const lone = /^(\d+)([.,])(\d+)$/.exec(digits)
  if (lone) return loneSign(lone, language)
  if (/^\d{1,3}(\.\d{3})+(,\d+)?$/.test(digits)) return safe(digits.replaceAll('.', '').replace(',', '.'))
  if (/^\d{1,3}(,\d{3})+(\.\d+)?$/.test(digits)) return safe(digits.replaceAll(',', ''))
  return /^[.,]\d+$/.test(digits) ? safe(`0.${digits.slice(1)}`) : []
}

function loneSign(
  [, before = '', sign, after = '']: readonly string[],
  language: Language,
): readonly number[] {
  const asDecimal = safe(`${before}.${after}`)
  const canGroup = after.length === 3 && /^[1-9]\d{0,2}$/.test(before)
  if (!canGroup) return asDecimal
  const asGroups = safe(before + after)
  return sign === groupSigns[language] ? asGroups : [...asGroups, ...asDecimal]
}

/** Numbers too long to be kept exactly are not read at all. */
function safe(digits: string): readonly number[] {
  const value = Number(digits)
  return Number.isFinite(value) && Math.abs(value) <= Number.MAX_SAFE_INTEGER ? [value] : []
}
