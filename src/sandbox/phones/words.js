import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import { usePart } from './store.js'
import { around } from './words/around.js'
import { shared } from './words/shared.js'
import { telegram } from './words/telegram.js'

export const languages = { en: 'English', tr: 'Türkçe', es: 'Español', fr: 'Français' }

const words = { ...around, ...shared, ...telegram }

const PhoneLanguage = createContext(null)

/** Everything inside speaks the language of the phone it is on. */
export const SpeaksLanguage = PhoneLanguage.Provider

/** The language that Telegram's own words have on a phone: English where it has no words, as Telegram does. */
export function phoneLanguageOf({ language_code: code = '' }) {
  const language = code.slice(0, 2).toLowerCase()
  return language in languages ? language : 'en'
}

/** Says sentences in a language: `say('forward.done', { name })`. `has` tells whether there is such a sentence. */
export function wordsIn(language) {
  const column = Object.keys(languages).indexOf(language)
  const say = (key, values = {}) =>
    (words[key]?.[column] ?? key).replaceAll(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ''))
  return { say, language, has: (key) => key in words }
}

/** The words of the phone that a component is on, elsewhere those of the page; another language draws it anew. */
export function useWords() {
  const ofPage = usePart((state) => state.language)
  const ofPhone = useContext(PhoneLanguage)
  return wordsIn(ofPhone ?? ofPage)
}

/** A refusal of the sandbox in a language; what has no sentence is shown as it came. */
export function refusalIn({ say, has }, error) {
  const key = `refused.${error.refusal}`
  return has(key) ? say(key) : error.message
}
