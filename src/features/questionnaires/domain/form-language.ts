import type { Language } from '../../../shared/localized-text.ts'
import { foldForSearch } from '../../../shared/search-folding.ts'
import type { Form } from './form.ts'

/** How a column may be headed that has no tag in brackets. */
const headings: Record<Language, readonly string[]> = {
  tr: ['turkce', 'turkish', 'turco', 'turc', 'tr'],
  en: ['english', 'ingilizce', 'ingles', 'anglais', 'en'],
  es: ['espanol', 'spanish', 'ispanyolca', 'espagnol', 'castellano', 'es'],
  fr: ['francais', 'french', 'fransizca', 'frances', 'fr'],
}

/** The name of the form's language in which somebody reads it: theirs, else the default one. */
export const languageOf = (form: Form, language: Language): string =>
  written(form, language)?.name ?? form.defaultLanguage

/** Whether the form has a column of this language. */
export const isWrittenIn = (form: Form, language: Language): boolean => written(form, language) !== undefined

const written = ({ languages }: Form, language: Language) =>
  languages.find(({ tag }) => tag?.toLowerCase().split('-')[0] === language) ??
  languages.find(({ name }) => headings[language].includes(foldForSearch(name)))
