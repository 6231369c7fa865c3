import type { Language } from '../../../../shared/localized-text.ts'

const spoken: Readonly<Record<Exclude<Language, 'en'>, readonly string[]>> = {
  tr: ['TR'],
  es: ['ES', 'MX', 'AR', 'CO', 'CL', 'PE', 'UY', 'EC', 'CR', 'PA', 'DO'],
  fr: ['FR', 'BE', 'LU', 'MC', 'TN', 'DZ', 'MA', 'SN', 'CI'],
}

/** In which of our languages somebody of a country is written to, as long as they have not chosen one. */
export function languageOfCountry(country: string | null): Language {
  const languages = ['tr', 'es', 'fr'] as const
  return languages.find((language) => country !== null && spoken[language].includes(country)) ?? 'en'
}
