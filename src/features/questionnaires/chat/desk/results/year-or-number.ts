import { formatNumber } from '../../../../../platform/texts/numbers.ts'
import type { Language } from '../../../../../shared/localized-text.ts'

/** How values are written: years without a sign between their digits, numbers as the language writes them. */
export function yearOrNumber(
  language: Language,
  { least, most }: { least: number; most: number },
): (value: number) => string {
  const isYear = (value: number) => Number.isInteger(value) && value >= 1800 && value <= 2100
  return isYear(least) && isYear(most)
    ? (value) => String(Math.round(value))
    : (value) => formatNumber(value, language)
}
