import type { Language } from '../../shared/localized-text.ts'

/** The locale whose numbers, dates and lists Heyet writes for each language. English is the British one. */
export const localeOf: Readonly<Record<Language, string>> = {
  tr: 'tr-TR',
  en: 'en-GB',
  es: 'es-ES',
  fr: 'fr-FR',
}

/** "1.250.000" (tr, es), "1,250,000" (en), "1 250 000" (fr); Spanish leaves four digits together: "1250". */
export const formatNumber = (value: number, language: Language): string =>
  formatters[language].number.format(value)

/** 0.125 as "%12,5" (tr), "12.5%" (en), "12,5 %" (es, fr). */
export const formatPercent = (share: number, language: Language): string =>
  formatters[language].percent.format(share)

/** "A, B ve C" / "A, B and C" / "A, B y C", and "e" before an i sound / "A, B et C". */
export const formatList = (items: readonly string[], language: Language): string =>
  formatters[language].list.format(items)

/** "A, B veya C" / "A, B or C" / "A, B o C" / "A, B ou C". */
export const formatAlternatives = (items: readonly string[], language: Language): string =>
  formatters[language].alternatives.format(items)

const formattersFor = (language: Language) => ({
  number: new Intl.NumberFormat(localeOf[language], { maximumFractionDigits: 2 }),
  percent: new Intl.NumberFormat(localeOf[language], { style: 'percent', maximumFractionDigits: 1 }),
  list: new Intl.ListFormat(localeOf[language], { type: 'conjunction' }),
  alternatives: new Intl.ListFormat(localeOf[language], { type: 'disjunction' }),
})

const formatters = {
  tr: formattersFor('tr'),
  en: formattersFor('en'),
  es: formattersFor('es'),
  fr: formattersFor('fr'),
} satisfies Record<Language, unknown>
