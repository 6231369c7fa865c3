import { languages as spoken, type Language } from '../../../shared/localized-text.ts'
import { foldForSearch } from '../../../shared/search-folding.ts'
import type { Form, FormLanguage } from './form.ts'

type WrittenIn = Pick<Form, 'languages' | 'defaultLanguage'>

/** How a column may be headed that has no tag in brackets. */
const headings: Record<Language, readonly string[]> = {
  tr: ['turkce', 'turkish', 'turco', 'turc', 'tr'],
  en: ['english', 'ingilizce', 'ingles', 'anglais', 'en'],
  es: ['espanol', 'spanish', 'ispanyolca', 'espagnol', 'castellano', 'es'],
  fr: ['francais', 'french', 'fransizca', 'frances', 'fr'],
}

/** The name of the form's language in which somebody reads it: theirs, else the default one. */
export const languageOf = (form: WrittenIn, language: Language): string =>
  written(form, language)?.name ?? form.defaultLanguage

/** What of a form says how it is called. */
export type Titled = Pick<Form, 'title' | 'titles' | 'languages' | 'defaultLanguage'>

/** The title of a form as somebody reads it. */
export const titleIn = (form: Titled, language: Language): string =>
  form.titles?.[languageOf(form, language)] ?? form.title

/** Whether the form has a column of this language. */
export const isWrittenIn = (form: WrittenIn, language: Language): boolean =>
  written(form, language) !== undefined

const written = ({ languages }: WrittenIn, language: Language) =>
  languages.find(({ tag }) => tag?.toLowerCase().split('-')[0] === language) ??
  languages.find(({ name }) => headings[language].includes(foldForSearch(name)))

/** Which of our languages a column is in; `undefined`: in another one, or nobody knows. */
export const spokenIn = (language: FormLanguage): Language | undefined =>
  spoken.find((one) => written({ languages: [language], defaultLanguage: '' }, one))
