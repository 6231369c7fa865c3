import { isLanguage, type Language } from '../../../../shared/localized-text.ts'
import type { Choice, FormText, Question } from '../form.ts'
import type { Building } from './form-builder.ts'
import type { FormLanguages } from './languages.ts'
import type { OutlineNode } from './survey-outline.ts'

const otherWords: Readonly<Record<Language, string>> = { tr: 'Diğer', en: 'Other', es: 'Otro', fr: 'Autre' }
/** In English as XLSForm's own tools have it. */
const specifyWords: Readonly<Record<Language, string>> = {
  tr: 'Lütfen belirtiniz',
  en: 'Specify other.',
  es: 'Por favor, especifique',
  fr: 'Veuillez préciser',
}

/** Whether these are the words of `or_other`, which say nothing without the choice they are about. */
export const isToSpecify = (label: FormText | undefined): boolean =>
  label !== undefined && Object.values(label).every(([text]) => specifying.has(text))

const specifying: ReadonlySet<unknown> = new Set(Object.values(specifyWords))

/** The choice that `or_other` adds to a list. */
export const otherChoice = (languages: FormLanguages): Choice => ({
  name: 'other',
  label: inEach(languages, otherWords),
  columns: { name: 'other', label: otherWords[languageOf(languages, languages.defaultLanguage)] },
})

/** The text that is asked of whoever chose `other`. */
export const otherQuestion = (
  { name, path, row }: OutlineNode,
  of: string,
  building: Building,
): Question => ({
  kind: 'question',
  type: 'text',
  name,
  path,
  row: row.number,
  label: inEach(building.languages, specifyWords),
  relevant: {
    kind: 'call',
    name: 'selected',
    values: [
      { kind: 'nodes', path: of, within: of.slice(0, of.lastIndexOf('/')), where: [] },
      { kind: 'text', value: 'other' },
    ],
  },
  isReadOnly: false,
  appearance: [],
})

/** The words in every language of the form; in one that Heyet does not speak, in English. */
const inEach = (languages: FormLanguages, words: Readonly<Record<Language, string>>): FormText =>
  Object.fromEntries(languages.all.map(({ name }) => [name, [words[languageOf(languages, name)]]]))

function languageOf({ all }: FormLanguages, name: string): Language {
  const tag = all
    .find((language) => language.name === name)
    ?.tag?.slice(0, 2)
    .toLowerCase()
  return isLanguage(tag) ? tag : 'en'
}
