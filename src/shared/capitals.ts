import type { Language } from './localized-text.ts'

/** Capitals by the rules of the language: "izmir" is "İZMİR" in Turkish and "IZMIR" elsewhere. */
export const upperCase = (text: string, language: Language): string => text.toLocaleUpperCase(language)

/** Small letters by the rules of the language: "IŞIK" is "ışık" in Turkish. */
export const lowerCase = (text: string, language: Language): string => text.toLocaleLowerCase(language)

/** The first letter as a capital, the rest as it stands: "ismail" is "İsmail" in Turkish. */
export function capitalise(text: string, language: Language): string {
  const [first = '', ...rest] = text
  return upperCase(first, language) + rest.join('')
}
