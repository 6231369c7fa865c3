import type { LocalizedText } from '../../../../shared/localized-text.ts'

/** A day of the example, so many after its first. */
export type DayAfter = (days: number) => { readonly date: string }

/** In the four languages. */
export const say = (tr: string, en: string, es: string, fr: string): LocalizedText => ({ tr, en, es, fr })
