import { languages, type Language } from '../../../../shared/localized-text.ts'
import type { AnswerOption, Content } from '../content.ts'

/** How many readers a language has, where anybody reads it. */
export type Readers = Readonly<Partial<Record<Language, number>>>

/** What a broadcast says in words: its texts, and the answers below them. */
export interface Said {
  content: Content
  answers: readonly AnswerOption[]
}

/** Whether the words are missing in a language; where nothing is said in words, none are. */
export const lacksText = ({ texts }: Content, language: Language): boolean =>
  Object.keys(texts).length > 0 && texts[language] === undefined

/** Whether an answer has no label in a language. */
export const lacksLabels = (answers: readonly AnswerOption[], language: Language): boolean =>
  answers.some(({ labels }) => labels[language] === undefined)

/** The languages of the readers in which words or answers are missing. */
export const missingLanguages = (said: Said, readers: Readers): Language[] =>
  languages.filter((language) => (readers[language] ?? 0) > 0 && !isComplete(said, language))

/**
 * Those of them that keep it from being sent: nobody has said that another language will do, or what has been said so was
 * about the words, and theirs are there; only their answers have no names.
 */
export const blockingLanguages = (said: Said, readers: Readers): Language[] =>
  missingLanguages(said, readers).filter((language) => !isCovered(said.content, language))

/** Whether whoever reads this language gets everything in another one, as somebody has said. */
export const isCovered = ({ texts, fallback }: Content, language: Language): boolean =>
  fallback !== null && texts[language] === undefined

/** The languages with a text, in the order of the four. */
export const writtenLanguages = ({ texts }: Pick<Content, 'texts'>): Language[] =>
  languages.filter((language) => texts[language] !== undefined)

/** The languages in which everything is said, so that others can be given that. */
export const completeLanguages = (said: Said): Language[] =>
  languages.filter((language) => isComplete(said, language))

const isComplete = ({ content, answers }: Said, language: Language): boolean =>
  !lacksText(content, language) && !lacksLabels(answers, language)
