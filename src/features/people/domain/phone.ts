import parsePhoneNumber, {
  ParseError,
  parsePhoneNumberWithError,
  validatePhoneNumberLength,
} from 'libphonenumber-js/max'
import { DomainError } from '../../../shared/domain-error.ts'
import type { Language } from '../../../shared/localized-text.ts'
import { asCountry, type Country } from '../../../shared/countries.ts'
import { mostMet } from './countries.ts'
import { peopleErrors } from './errors.ts'

/** A number that exists as a pattern of its country; whether it is this person's is another question. */
export interface Phone {
  /** "+905321234567" */
  e164: string
  /** `undefined` for the few numbers that belong to no country, as of satellite phones. */
  country: Country | undefined
}

/** What a typed number means, or what it may mean and has to be confirmed. */
export type PhoneReading = { kind: 'read'; phone: Phone } | { kind: 'asks'; phones: Phone[] }

/**
 * Reads a typed number, international or of the first country. Else it may be one of the other likely countries, else one
 * of those that the delegations meet most; that is to be confirmed. What is wrong is said about the first country.
 */
export function readPhone(text: string, [first, ...others]: readonly [Country, ...Country[]]): PhoneReading {
  const reading = attempt(text, first)
  if (!(reading instanceof DomainError)) return { kind: 'read', phone: reading }
  const likely = numbersIn(text, others)
  const phones = likely.length > 0 ? likely : numbersIn(text, mostMet).filter(isMobileAsWritten(text))
  if (phones.length === 0) throw reading
  return { kind: 'asks', phones: phones.slice(0, 4) }
}

/** The different numbers that a text is in these countries. */
function numbersIn(text: string, countries: readonly Country[]): Phone[] {
  const phones = countries.flatMap((country) => {
    const found = attempt(text, country)
    return found instanceof DomainError ? [] : [found]
  })
  return [...new Map(phones.map((phone) => [phone.e164, phone])).values()]
}

/** Nearly any digits are a number somewhere; a guess is worth asking when people there write their mobiles just so. */
const isMobileAsWritten =
  (text: string) =>
  ({ e164 }: Phone): boolean => {
    const number = parsePhoneNumberWithError(e164)
    return number.getType() === 'MOBILE' && digitsOf(number.formatNational()) === digitsOf(text)
  }

const digitsOf = (text: string): string => text.normalize('NFKC').replaceAll(/\D/g, '')

/** The country of a number that has been read. */
export const countryOfPhone = (e164: string): Country | undefined =>
  asCountry(parsePhoneNumber(e164)?.country ?? '')

/**
 * The number of a contact that Telegram has checked; it comes without its plus sign. Telegram knows better than our
 * tables which numbers are in use, so it only has to belong to a country.
 */
export function readSharedPhone(number: string): Phone {
  try {
    const { number: e164, country } = parsePhoneNumberWithError(`+${number.replace(/\D/g, '')}`)
    return { e164, country: country && asCountry(country) }
  } catch (error) {
    throw error instanceof ParseError ? refusal(error.message) : error
  }
}

/** "+90 532 123 45 67" */
export const formatPhone = (e164: string): string => parsePhoneNumberWithError(e164).formatInternational()

/** Where a number without a country code is likely to be from: the firm's country, the one of a number known before, the language's, the chamber's. */
export function likelyPhoneCountries(hints: {
  firmCountry?: Country | undefined
  phoneCountry?: Country | undefined
  language: Language
  homeCountry: Country
}): [Country, ...Country[]] {
  const [first = hints.homeCountry, ...others] = new Set(
    [hints.firmCountry, hints.phoneCountry, countryOfLanguage[hints.language], hints.homeCountry].filter(
      (country) => country !== undefined,
    ),
  )
  return [first, ...others]
}

/** English is spoken by people from anywhere, so it hints at nothing. */
const countryOfLanguage: Record<Language, Country | undefined> = {
  tr: 'TR',
  es: 'ES',
  fr: 'FR',
  en: undefined,
}

function attempt(text: string, country: Country): Phone | DomainError {
  try {
    const number = parsePhoneNumberWithError(text.replace(/^\s*00(?=\d)/, '+'), country)
    if (!number.isValid()) return refusal(validatePhoneNumberLength(number.number) ?? 'NOT_IN_USE')
    return { e164: number.number, country: number.country && asCountry(number.country) }
  } catch (error) {
    if (error instanceof ParseError) return refusal(error.message)
    throw error
  }
}

/** The words of libphonenumber in ours. */
function refusal(reason: string): DomainError {
  switch (reason) {
    case 'TOO_SHORT':
      return peopleErrors.phoneTooShort()
    case 'TOO_LONG':
      return peopleErrors.phoneTooLong()
    case 'INVALID_COUNTRY':
      return peopleErrors.phoneCountryUnknown()
    case 'NOT_IN_USE':
    case 'INVALID_LENGTH':
      return peopleErrors.phoneNotInUse()
    default:
      return peopleErrors.phoneUnreadable()
  }
}
