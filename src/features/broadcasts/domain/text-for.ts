import type { Language } from '../../../shared/localized-text.ts'
import type { Content } from './content.ts'

/** The words of a broadcast for whoever reads this language. */
export interface TextFor {
  /** With its fields as they were written. */
  html: string
  /** In which they are written; of no words at all, the reader's. */
  language: Language
  /** There is none in their language: they get this one, marked. */
  isFallback: boolean
}

/** The words in a language; undefined where there are none, and nobody has said that another language will do. */
export function textFor({ texts, fallback }: Content, language: Language): TextFor | undefined {
  const own = texts[language]
  if (own !== undefined) return { html: own, language, isFallback: false }
  // Nothing but media says the same in every language.
  if (Object.keys(texts).length === 0) return { html: '', language, isFallback: false }
  const other = fallback === null ? undefined : texts[fallback]
  return fallback === null || other === undefined
    ? undefined
    : { html: other, language: fallback, isFallback: true }
}
