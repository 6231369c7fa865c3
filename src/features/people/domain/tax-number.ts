/** A tax number as it may be kept, or why it may not. */
export type TaxNumberReading =
  | { readonly kind: 'read'; readonly value: string }
  /** Eleven digits are a person's identity number; it is neither kept nor repeated. */
  | { readonly kind: 'identityNumber' }
  | { readonly kind: 'wrongLength' }
  | { readonly kind: 'wrongCheckDigit' }

/** Reads a firm's tax number: ten digits with a check digit in Türkiye (also when no country is known), else free text. */
export function readTaxNumber(raw: string, country: string | null): TaxNumberReading {
  const text = raw.normalize('NFKC').trim().replaceAll(/\s+/g, ' ')
  const digits = text.replaceAll(/^TR|[\s.\-/]/gi, '')
  const isTurkish = country === null || country === 'TR'
  if (isTurkish && /^\d{11}$/.test(digits)) return { kind: 'identityNumber' }
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

/** Whether a text is an identity number of a person in Türkiye, by its own two check digits. */
export function isIdentityNumber(text: string): boolean {
  const digits = [...text.replaceAll(/\s/g, '')].map(Number)
  if (!/^[1-9]\d{10}$/.test(digits.join('')) || digits.length !== 11) return false
  const sum = (from: number, to: number, step = 1) =>
    digits.reduce(
      (total, digit, at) => (at >= from && at < to && (at - from) % step === 0 ? total + digit : total),
      0,
    )
  const tenth = (((sum(0, 9, 2) * 7 - sum(1, 8, 2)) % 10) + 10) % 10
  return digits[9] === tenth && digits[10] === sum(0, 10) % 10
}

/** Whether such a number stands somewhere in a text, also in groups of digits. */
export const hasIdentityNumber = (text: string): boolean =>
  (text.normalize('NFKC').match(/(?<![\d+])\d(?:[\s.\-/]?\d){10}(?!\d)/g) ?? []).some((found) =>
    isIdentityNumber(found.replaceAll(/\D/g, '')),
  )

function hasCheckDigit(number: string): boolean {
  const digits = [...number].map(Number)
  const sum = digits.slice(0, 9).reduce((total, digit, index) => {
    const shifted = (digit + 9 - index) % 10
    const weighted = (shifted * 2 ** (9 - index)) % 9
    return total + (shifted !== 0 && weighted === 0 ? 9 : weighted)
  }, 0)
  return digits[9] === (10 - (sum % 10)) % 10
}
