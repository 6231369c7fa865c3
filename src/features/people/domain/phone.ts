import { ParseError, parsePhoneNumberWithError, validatePhoneNumberLength } from 'libphonenumber-js/max'
import { DomainError } from '../../../shared/domain-error.ts'
import type { Language } from '../../../shared/localized-text.ts'
import { asCountry, type Country } from './countries.ts'
import { peopleErrors } from './errors.ts'

/** A number that exists as a pattern of its country; whether it is this person's is another question. */
export interface Phone {
  /** "+905321234567" */
  e164: string
  /** `undefined` for the few numbers that belong to no country, as of satellite phones. */
  country: Country | undefined
}

/**
 * Reads a typed number, national or international. National ones are tried in the given countries, in that order; what
 * is wrong is said about the first of them.
 */
export function readPhone(text: string, countries: readonly [Country, ...Country[]]): Phone {
  const attempts = countries.map((country) => attempt(text, country))
  const phone = attempts.find((found) => !(found instanceof DomainError)) ?? attempts[0]
  if (!phone || phone instanceof DomainError) throw phone ?? peopleErrors.phoneUnreadable()
  return phone
}

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

/** Where a number without a country code is likely to be from: the firm's country, the language's, the chamber's. */
export function likelyPhoneCountries(hints: {
  firmCountry?: Country | undefined
  language: Language
  homeCountry: Country
}): [Country, ...Country[]] {
  const [first = hints.homeCountry, ...others] = new Set(
    [hints.firmCountry, countryOfLanguage[hints.language], hints.homeCountry].filter(
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
