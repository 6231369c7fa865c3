/** The four languages Heyet speaks, as equals. The order is the one in which they are offered. */
export const languages = ['tr', 'en', 'es', 'fr'] as const

export type Language = (typeof languages)[number]

/** A text that a coordinator wrote in some of the languages; which ones is up to her. */
export type LocalizedText = Partial<Record<Language, string>>

export const isLanguage = (value: unknown): value is Language =>
  languages.some((language) => language === value)

/**
 * The text to show somebody who reads `preferred`: their language, else `working` (the activity's working language),
 * else English, else any there is. `undefined` only when there is no text at all.
 */
export function readText(text: LocalizedText, preferred: Language, working?: Language): string | undefined {
  const order = [preferred, ...(working ? [working] : []), 'en' as const, ...languages]
  for (const language of order) if (text[language]) return text[language]
  return undefined
}

/** Each language as it calls itself. */
export const languageNames: Readonly<Record<Language, string>> = {
  tr: 'Türkçe',
  en: 'English',
  es: 'Español',
  fr: 'Français',
}
