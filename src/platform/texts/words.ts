import { DomainError } from '../../shared/domain-error.ts'
import type { Language } from '../../shared/localized-text.ts'
import type { TextKey } from './catalogue.ts'
import { fromLocale, toMarkup, toPlain, type Html, type Variable } from './html.ts'

type Values<Value extends Variable = Variable> = Readonly<Record<string, Value>>

/** Everything the program says to one person, in their language. */
export interface Words {
  /** A sentence as Telegram HTML; every variable in it is escaped. A refusal brings its own key and variables. */
  (key: TextKey | DomainError, values?: Values): string
  /** The same as a piece that may stand inside another text without being escaped again. */
  piece(key: TextKey | DomainError, values?: Values): Html
  /** A sentence for places where Telegram reads no HTML: buttons, alerts, commands, file names. */
  plain(key: TextKey | DomainError, values?: Values<string | number>): string
  readonly language: Language
}

/** A text that could not be said as it should have been. It carries no personal data, so it may be logged. */
export interface TextGap {
  kind: 'missing key' | 'missing variable' | 'markup in plain text'
  key: string
  language: Language
  variable?: string
}

/** The sentence of a key as it stands in the locale file, in the plural form that `count` asks for. */
export type FindSentence = (language: Language, key: string, count?: number) => string | undefined

/** Speaks the sentences that `find` knows: the person's language first, then English; each gap is reported. */
export function wordsFrom(find: FindSentence, onGap: (gap: TextGap) => void) {
  return (language: Language): Words => {
    const report = (kind: TextGap['kind'], key: string) => onGap({ kind, key, language })
    const sentence = (key: string, count: unknown): string => {
      const number = typeof count === 'number' ? count : undefined
      const own = find(language, key, number)
      if (own === undefined) report('missing key', key)
      return own ?? find('en', key, number) ?? key
    }
    const filled = (text: string, key: string, values: Values, write: typeof toMarkup) =>
      fill(text, (variable) => {
        const value = values[variable]
        if (value === undefined) onGap({ kind: 'missing variable', key, language, variable })
        return value === undefined ? '' : write(value, language)
      })
    const html = (said: TextKey | DomainError, given: Values = {}) => {
      const { key, values } = unfold(said, given)
      return filled(sentence(key, values.count), key, values, toMarkup)
    }
    const plain = (said: TextKey | DomainError, given: Values<string | number> = {}) => {
      const { key, values } = unfold(said, given)
      const text = sentence(key, values.count)
      if (/<\/?[a-z]|&(amp|lt|gt);/.test(text)) report('markup in plain text', key)
      return filled(text, key, values, toPlain)
    }
    const piece = (said: TextKey | DomainError, given?: Values) => fromLocale(html(said, given))
    return Object.assign(html, { piece, plain, language })
  }
}

const unfold = (said: TextKey | DomainError, given: Values): { key: string; values: Values } =>
  said instanceof DomainError
    ? { key: said.code, values: { ...said.details, ...given } }
    : { key: said, values: given }

/** One pass, so that what somebody typed is never read as a variable itself. */
const fill = (sentence: string, value: (variable: string) => string): string =>
  sentence.replace(/\{\{(\w+)\}\}/g, (_, variable: string) => value(variable))
