import { readText, type Language, type LocalizedText } from '../../../../shared/localized-text.ts'
import { isCommon, isFiller, wordsOf } from './intent-of.ts'

/** A question with its answer, as the workbook has it. */
export interface FaqEntry {
  question: LocalizedText
  answer: LocalizedText
  keywords: LocalizedText
}

/** Beyond this many words somebody tells a story. */
const mostWords = 12

/**
 * The entry that answers a question, if that is sure: every word of it that says anything is one of the entry's, either one of
 * its keywords alone, which no other entry has, or two of its words; and no other entry fits as well. The city says nothing: it
 * is where all of it is about.
 */
export function matchFaq<Entry extends FaqEntry>(
  text: string,
  entries: readonly Entry[],
  language: Language,
  working: Language | undefined,
  city = '',
): Entry | undefined {
  const words = [...new Set(wordsOf(text))]
  if (words.length === 0 || words.length > mostWords) return undefined
  const read = entries.map((entry) => ({ entry, ...vocabularyOf(entry, language, working) }))
  const isSaid = (word: string) => read.some(({ keywords }) => keywords.includes(word))
  const place = wordsOf(city)
  const saysNothing = (word: string) => isFiller(word, language) || place.some((part) => isSame(word, part))
  const content = words.filter((word) => isSaid(word) || !saysNothing(word))
  if (content.length === 0) return undefined
  const fitting = read.flatMap(({ entry, keywords, question }) => {
    const isKeyword = (word: string) => keywords.some((keyword) => isSame(word, keyword))
    if (!content.every((word) => isKeyword(word) || question.some((other) => isSame(word, other)))) return []
    const own = content.filter(isKeyword)
    if (content.length >= 2 && own.length >= 1) return [entry]
    const isOnly = (word: string) =>
      !isCommon(word, language) &&
      read.every((other) => other.entry === entry || !other.keywords.some((keyword) => isSame(word, keyword)))
    return own.some(isOnly) ? [entry] : []
  })
  return fitting.length === 1 ? fitting[0] : undefined
}

/** The words of an entry in one language; what is short and common is none. */
function vocabularyOf({ keywords, question }: FaqEntry, language: Language, working: Language | undefined) {
  const said = (text: LocalizedText) => wordsOf(readText(text, language, working) ?? '')
  return {
    keywords: said(keywords).filter((word) => word.length > 1),
    question: said(question).filter((word) => !isFiller(word, language)),
  }
}

/** The same word, or one with a short ending: "priz" and "prizler", "tip" and "tipping". */
function isSame(word: string, other: string): boolean {
  if (word === other) return true
  const [short, long] = word.length < other.length ? [word, other] : [other, word]
  return short.length >= 4 && long.startsWith(short) && long.length - short.length <= 3
}
