import { findCountries, type Country } from '../../../shared/countries.ts'
import type { Language } from '../../../shared/localized-text.ts'
import { peopleErrors } from './errors.ts'

/** What is offered as buttons: the country of the language first, then those the delegations meet most. */
export function offeredCountries(language: Language): readonly Country[] {
  const own: Partial<Record<Language, Country>> = { tr: 'TR', es: 'ES', fr: 'FR' }
  return [...new Set([own[language] ?? 'TR', ...mostMet])]
}

/** The countries the delegations meet most. */
export const mostMet: readonly Country[] = ['TR', 'ES', 'FR', 'DE', 'IT', 'GB', 'PT', 'NL']

/** Reads the one country a text means; refuses when it means none or several. */
export function readCountry(text: string): Country {
  const [country, ...others] = findCountries(text)
  if (!country || others.length > 0) throw peopleErrors.countryUnknown({ text })
  return country
}
