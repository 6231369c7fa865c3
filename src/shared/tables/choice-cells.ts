import { countryOf, nearestCountry } from '../countries.ts'
import type { Language } from '../localized-text.ts'
import { cellText } from '../spreadsheet.ts'
import type { Column } from './columns.ts'
import { fold, nearest } from './fold.ts'
import { splitList } from './text-cells.ts'

/** The fixed values of a column, each with the words of the four languages that mean it. */
export type Meanings<T extends string> = Readonly<Record<T, readonly string[]>>

/** Finds the fixed value that a word of any of the four languages means. */
export function meaningOf<T extends string>(word: string, meanings: Meanings<T>): T | undefined {
  const folded = fold(word)
  return keysOf(meanings).find((key) => [key, ...meanings[key]].some((name) => fold(name) === folded))
}

/** One of a few fixed values. */
export const choice = <T extends string>(meanings: Meanings<T>): Column<T> => ({
  choices: keysOf(meanings),
  width: 18,
  read(value) {
    const word = cellText(value)
    const meaning = meaningOf(word, meanings)
    if (meaning) return { value: meaning }
    const suggestion = nearestMeaning(word, meanings)
    const allowed = keysOf(meanings).join(', ')
    return suggestion
      ? { code: 'E_CHOICE_NEAR', details: { suggestion, allowed } }
      : { code: 'E_CHOICE', details: { allowed } }
  },
})

function nearestMeaning<T extends string>(word: string, meanings: Meanings<T>): T | undefined {
  const name = nearest(word, Object.entries<readonly string[]>(meanings).flat(2))
  return name === undefined ? undefined : meaningOf(name, meanings)
}

const keysOf = <T extends string>(meanings: Meanings<T>) => Object.keys(meanings) as T[]

const yesNoMeanings: Meanings<'yes' | 'no'> = {
  yes: ['y', 'true', '1', 'x', '✓', 'evet', 'e', 'sí', 's', 'oui', 'o', 'doğru'],
  no: ['n', 'false', '0', 'hayır', 'h', 'non', 'yanlış'],
}

/** Yes or no, in four languages, as a tick or as the spreadsheet's own true and false. */
export const yesNo: Column<boolean> = {
  choices: ['yes', 'no'],
  width: 12,
  read(value) {
    const meaning = meaningOf(cellText(value), yesNoMeanings)
    return meaning ? { value: meaning === 'yes' } : { code: 'E_YES_NO' }
  },
}

/** The four languages by their code or by their name in any of the four. */
export const languageMeanings: Meanings<Language> = {
  tr: ['Türkçe', 'Turkish', 'turco', 'turc', 'tur'],
  en: ['English', 'İngilizce', 'inglés', 'anglais', 'eng'],
  es: ['Español', 'Spanish', 'İspanyolca', 'espagnol', 'castellano', 'spa'],
  fr: ['Français', 'French', 'Fransızca', 'francés', 'fra'],
}

/** A country by its two letters or its name in any of the four languages, kept as two letters. */
export const country: Column<string> = {
  width: 12,
  read(value) {
    const word = cellText(value)
    const code = countryOf(word)
    if (code) return { value: code }
    const suggestion = nearestCountry(word)
    return suggestion ? { code: 'E_COUNTRY_NEAR', details: { suggestion } } : { code: 'E_COUNTRY' }
  },
}

/** Several languages people speak; of the four by code, others as written. */
export const spokenLanguages: Column<string[]> = {
  width: 18,
  read: (value) => ({
    value: splitList(cellText(value)).map((word) => meaningOf(word, languageMeanings) ?? word),
  }),
}
