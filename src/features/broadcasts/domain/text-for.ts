import type { Language } from '../../../shared/localized-text.ts'
import type { Content } from './content.ts'

/** The words of a broadcast for whoever reads this language. */
export interface TextFor {
  /** With its fields as they were written. */
  html: string
  /** There is none in their language: they get this one, marked. */
  isFallback: boolean
}

/** The words in a language; undefined where there are none, and nobody has said that another language will do. */
export function textFor({ texts, fallback }: Content, language: Language): TextFor | undefined {
  const own = texts[language]
  if (own !== undefined) return { html: own, isFallback: false }
  // Nothing but media says the same in every language.
  if (Object.keys(texts).length === 0) return { html: '', isFallback: false }
  const other = fallback === null ? undefined : texts[fallback]
  return other === undefined ? undefined : { html: other, isFallback: true }
}
