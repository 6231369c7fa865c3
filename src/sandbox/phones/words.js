import { useMemo } from 'preact/hooks'
import { usePart } from './store.js'
import { en } from './words/en.js'
import { es } from './words/es.js'
import { fr } from './words/fr.js'
import { tr } from './words/tr.js'

/**
 * @typedef {keyof typeof en} WordKey
 * @typedef {(key: WordKey, values?: Record<string, string | number>) => string} Translate
 */

/** The page's own words, one file for each language; formal, as everywhere. */
export const languages = /** @type {Record<string, { name: string, words: Record<WordKey, string> }>} */ ({
  en: { name: 'English', words: en },
  tr: { name: 'Türkçe', words: tr },
  es: { name: 'Español', words: es },
  fr: { name: 'Français', words: fr },
})

/** The words of the language that the page speaks just now. @returns {{ t: Translate, language: string }} */
export function useWords() {
  const language = usePart((state) => state.language)
  return useMemo(() => ({ language, t: translate(language) }), [language])
}

/** One function for each language, so that who compares sees that nothing has changed. @type {Map<string, Translate>} */
const made = new Map()

/** @param {string} language @returns {Translate} */
function translate(language) {
  const words = languages[language]?.words ?? en
  const known = made.get(language)
  if (known) return known
  /** @type {Translate} */
  const t = (key, values = {}) => words[key].replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ''))
  made.set(language, t)
  return t
}
