import { languages, type Language } from '../../../../shared/localized-text.ts'
import type { Content } from '../content.ts'

/** How many readers a language has, where anybody reads it. */
export type Readers = Readonly<Partial<Record<Language, number>>>

/** The languages of the readers in which there is no text; none where nothing is said in words. */
export const missingLanguages = ({ texts }: Pick<Content, 'texts'>, readers: Readers): Language[] =>
  Object.keys(texts).length === 0
    ? []
    : languages.filter((language) => (readers[language] ?? 0) > 0 && texts[language] === undefined)

/** Those of them that keep it from being sent, because nobody has said that another language will do. */
export const blockingLanguages = (content: Content, readers: Readers): Language[] =>
  content.fallback === null ? missingLanguages(content, readers) : []

/** The languages with a text, in the order of the four. */
export const writtenLanguages = ({ texts }: Pick<Content, 'texts'>): Language[] =>
  languages.filter((language) => texts[language] !== undefined)
