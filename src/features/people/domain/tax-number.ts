import { asciiDigits } from '../../../shared/ascii-digits.ts'
import { cleanLine } from '../../../shared/clean-text.ts'
import { hasIdentityNumber } from '../../../shared/identity-number.ts'

/** A tax number as it may be kept, or why it may not. */
export type TaxNumberReading =
  | { readonly kind: 'read'; readonly value: string }
  /** Eleven digits are a person's identity number; it is neither kept nor repeated. */
  | { readonly kind: 'identityNumber' }
  | { readonly kind: 'wrongLength' }
  | { readonly kind: 'wrongCheckDigit' }

/** Reads a firm's tax number: ten digits with a check digit in Türkiye (also when no country is known), else free text. */
export function readTaxNumber(raw: string, country: string | null): TaxNumberReading {
  const text = cleanLine(asciiDigits(raw.normalize('NFKC')))
  const digits = text.replaceAll(/^TR|[\s.\-_/]/gi, '')
  const isTurkish = country === null || country === 'TR'
  if (hasIdentityNumber(text) || (isTurkish && /^\d{11}$/.test(digits))) return { kind: 'identityNumber' }
  if (country !== 'TR' && !(country === null && /^\d{10}$/.test(digits)))
    return text.length > 0 && text.length <= 40 ? { kind: 'read', value: text } : { kind: 'wrongLength' }
  if (!/^\d{10}$/.test(digits)) return { kind: 'wrongLength' }
  return hasCheckDigit(digits) ? { kind: 'read', value: digits } : { kind: 'wrongCheckDigit' }
}

/**
 * A tax number as two of one country are compared: `ESB-12345678` and `b12345678` are one. What is no number ("none",
 * "yok") is nobody's.
 */
export function foldTaxNumber(taxNumber: string | null, country: string): string | null {
  const signs = (taxNumber ?? '')
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
  const own = signs.startsWith(country) && signs.length > 6 ? signs.slice(2) : signs
  return own.replaceAll(/\P{N}/gu, '').length >= 5 ? own : null
}

function hasCheckDigit(number: string): boolean {
  const digits = [...number].map(Number)
  const sum = digits.slice(0, 9).reduce((total, digit, index) => {
    const shifted = (digit + 9 - index) % 10
    const weighted = (shifted * 2 ** (9 - index)) % 9
    return total + (shifted !== 0 && weighted === 0 ? 9 : weighted)
  }, 0)
  return digits[9] === (10 - (sum % 10)) % 10
}
