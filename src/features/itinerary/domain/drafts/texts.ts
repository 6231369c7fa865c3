import {
  isLanguage,
  languages,
  type Language,
  type LocalizedText,
} from '../../../../shared/localized-text.ts'
import type { ItemFacts } from '../item.ts'

/** The texts of an item that are written on the phone. */
export const textFields = ['title', 'place', 'notes'] as const
export type TextField = (typeof textFields)[number]
/** One of them in one language: `place.es`. */
export type TextStep = `${TextField}.${Language}`

type Texts = Pick<ItemFacts, TextField>

export const isTextStep = (step: string): step is TextStep => partsOfTextStep(step) !== undefined

/** Which text, and in which language. */
export function partsOfTextStep(step: string): { field: TextField; language: Language } | undefined {
  const [name, language, ...more] = step.split('.')
  const field = textFields.find((each) => each === name)
  return field && isLanguage(language) && more.length === 0 ? { field, language } : undefined
}

/** Each text that an item has, in each language it could be in. */
export const textStepsOf = (texts: Texts): TextStep[] =>
  textFields
    .filter((field) => isWritten(texts[field]))
    .flatMap((field) => languages.map((language): TextStep => `${field}.${language}`))

/** What is there in one language and missing in another: its readers see it in a language that is not theirs. */
export const missingTexts = (texts: Texts): TextStep[] =>
  textStepsOf(texts).filter((step) => {
    const parts = partsOfTextStep(step)
    return parts && !texts[parts.field][parts.language]
  })

/** The text that is missing next, after this one. */
export function missingAfter(step: TextStep, texts: Texts): TextStep | undefined {
  const all = textStepsOf(texts)
  const missing = new Set(missingTexts(texts))
  return all.slice(all.indexOf(step) + 1).find((each) => missing.has(each))
}

/** A text with another wording in one language; an empty one takes that language out. */
export function withText(text: LocalizedText, language: Language, wording: string): LocalizedText {
  const { [language]: _, ...others } = text
  return wording === '' ? others : { ...others, [language]: wording }
}

const isWritten = (text: LocalizedText): boolean => Object.values(text).some((wording) => wording !== '')
