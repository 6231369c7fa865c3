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
  /** They are spoken to by a coordinator's mouth: nothing can be tapped, and nothing stands above or below. */
  readonly isByHand: boolean
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
  return (language: Language, isByHand = false): Words => {
    const say = sayer({ find: isByHand ? passedOn(find) : find, onGap, language })
    const html = (said: TextKey | DomainError, given: Values = {}) => say(said, given, toMarkup).text
    const plain = (said: TextKey | DomainError, given: Values<string | number> = {}) => {
      const { key, sentence, text } = say(said, given, toPlain)
      if (/<\/?[a-z]|&(amp|lt|gt);/.test(sentence)) onGap({ kind: 'markup in plain text', key, language })
      return text
    }
    const piece = (said: TextKey | DomainError, given?: Values) => fromLocale(html(said, given))
    return Object.assign(html, { piece, plain, language, isByHand })
  }
}

/** What a coordinator says in somebody's place has words of its own where those of the chat would be wrong. */
const passedOn =
  (find: FindSentence): FindSentence =>
  (language, key, count) =>
    find(language, `byhand:${key.replace(':', '.')}`, count) ?? find(language, key, count)

type Needs = { find: FindSentence; onGap: (gap: TextGap) => void; language: Language }

/** Finds one sentence and fills it in; `write` says how a variable becomes text. */
const sayer =
  ({ find, onGap, language }: Needs) =>
  (said: TextKey | DomainError, given: Values, write: typeof toMarkup) => {
    const { key, values } = unfold(said, given)
    const count = typeof values.count === 'number' ? values.count : undefined
    const own = find(language, key, count)
    if (own === undefined) onGap({ kind: 'missing key', key, language })
    const sentence = own ?? find('en', key, count) ?? key
    const text = fill(sentence, (variable) => {
      const value = values[variable]
      if (value === undefined) onGap({ kind: 'missing variable', key, language, variable })
      return value === undefined ? '' : write(value, language)
    })
    return { key, sentence, text }
  }

const unfold = (said: TextKey | DomainError, given: Values): { key: string; values: Values } =>
  said instanceof DomainError
    ? { key: said.code, values: { ...said.details, ...given } }
    : { key: said, values: given }

/** One pass, so that what somebody typed is never read as a variable itself. */
const fill = (sentence: string, value: (variable: string) => string): string =>
  sentence.includes('{{')
    ? sentence.replace(/\{\{(\w+)\}\}/g, (_, variable: string) => value(variable))
    : sentence
