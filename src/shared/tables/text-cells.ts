import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js'
import { hasIdentityNumber } from '../identity-number.ts'
import { cellText, type CellValue } from '../spreadsheet.ts'
import type { Column, Reading } from './columns.ts'
import type { IssueCode } from './issue-codes.ts'

/** A text of at most so many characters, without anybody's identity number; a number is taken as it is shown. */
export const text = (maxLength: number): Column<string> => ({
  width: maxLength > 100 ? 36 : 18,
  read(value) {
    if (typeof value === 'object') return { code: 'E_TURNED_INTO_DATE' }
    const shown = cellText(value)
    if (hasIdentityNumber(shown)) return { code: 'E_IDENTITY_NUMBER' }
    if (shown.length > maxLength)
      return { code: 'E_TOO_LONG', details: { limit: maxLength, count: shown.length } }
    return { value: shown }
  },
})

/** A text that fits a pattern, or the given mistake. */
export const patterned = (pattern: RegExp, code: IssueCode, maxLength = 80): Column<string> => ({
  ...text(maxLength),
  read(value) {
    const reading = text(maxLength).read(value)
    if ('code' in reading || pattern.test(reading.value)) return reading
    return { code, details: { suggestion: codeLike(reading.value) } }
  },
})

/** What a code could be that somebody wrote with small letters, spaces or accents. */
const codeLike = (text: string) =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('ı', 'i')
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 20) || 'A-1'

/** Several texts in one cell, separated by comma, semicolon or a new line. */
export const list = (maxLength: number): Column<string[]> => ({
  width: 24,
  read(value) {
    const reading = text(maxLength).read(value)
    if ('code' in reading) return reading
    return { value: splitList(reading.value) }
  },
})

export const splitList = (text: string): string[] =>
  text
    .split(/[,;\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')

/** A telephone number with its country, kept as `+34934169300`. */
export const phone: Column<string> = { width: 18, read: (value) => readPhone(value) }

/** Reads a telephone number; without `country` it must begin with `+` or `00`. */
export function readPhone(value: CellValue, country?: string): Reading<string> {
  const shown = cellText(value).replace(/^00/, '+')
  if (!shown.startsWith('+') && !country) return { code: 'E_PHONE_PREFIX' }
  const number = parsePhoneNumberFromString(shown, country as CountryCode | undefined)
  return number?.isValid() ? { value: number.number } : { code: 'E_PHONE' }
}

export const email: Column<string> = {
  width: 28,
  read(value) {
    const shown = cellText(value).toLowerCase()
    if (hasIdentityNumber(shown)) return { code: 'E_IDENTITY_NUMBER' }
    return /^[^\s@<>,;]+@[^\s@<>,;]+\.[a-z]{2,}$/.test(shown) && shown.length <= 254
      ? { value: shown }
      : { code: 'E_EMAIL' }
  },
}

/** A web address with http or https. */
export const webAddress: Column<string> = {
  width: 28,
  read(value) {
    const shown = cellText(value)
    const url = URL.canParse(shown) ? new URL(shown) : undefined
    return url && /^https?:$/.test(url.protocol) && url.hostname.includes('.')
      ? { value: shown }
      : { code: 'E_URL' }
  },
}

/** A whole number between two bounds. */
export const wholeNumber = (min: number, max: number): Column<number> => ({
  width: 12,
  read(value) {
    const number = typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value
    if (typeof number === 'number' && Number.isInteger(number) && number >= min && number <= max)
      return { value: number }
    return { code: 'E_NUMBER', details: { min, max } }
  },
})
