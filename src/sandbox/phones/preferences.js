import { change, read } from './store.js'
import { languages } from './words.js'

const kept = /** @type {const} */ (['theme', 'language', 'hidden', 'guide'])

/** What this browser remembers of the page: theme, language, which phones are put away, and the guide. */
export function recallPreferences() {
  const guess = navigator.languages.map((code) => code.slice(0, 2)).find((code) => code in languages) ?? 'en'
  change({ language: guess, ...recalled() })
  apply()
}

/** @param {Partial<Pick<import('./store.js').PageState, 'theme' | 'language' | 'hidden' | 'guide'>>} choice */
export function prefer(choice) {
  change(choice)
  for (const name of kept) if (name in choice) keep(name, read()[name])
  apply()
}

function apply() {
  const { theme, language } = read()
  const page = document.documentElement
  page.lang = language
  if (theme === 'system') page.removeAttribute('data-theme')
  else page.dataset['theme'] = theme
}

function recalled() {
  try {
    const entries = kept.map((name) => [name, localStorage.getItem(`heyet.${name}`)])
    return Object.fromEntries(entries.flatMap(([name, value]) => (value ? [[name, JSON.parse(value)]] : [])))
  } catch {
    return {} // a browser that keeps nothing
  }
}

/** @param {string} name @param {unknown} value */
function keep(name, value) {
  try {
    localStorage.setItem(`heyet.${name}`, JSON.stringify(value))
  } catch {
    // a browser that keeps nothing
  }
}
