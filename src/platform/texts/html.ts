import type { Language } from '../../shared/localized-text.ts'
import { isolated } from '../../shared/isolated.ts'
import { formatNumber } from './numbers.ts'

/** Telegram HTML known to be safe, because only the functions of this file can make it. */
class SafeHtml {
  readonly markup: string

  constructor(markup: string) {
    this.markup = markup
  }

  toString(): string {
    return this.markup
  }
}

/** A piece of Telegram HTML that may stand inside a text as it is. A string never is one: it is escaped. */
export type Html = SafeHtml

/** What may be put into a text. Numbers are written as the language writes them, so an id or a year is a string. */
export type Variable = string | number | Html

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

const escape = (text: string): string => text.replace(/[&<>]/g, (sign) => escapes[sign] ?? sign)

/** The one place where something that came from outside becomes Telegram HTML. */
export function toMarkup(value: Variable, language: Language): string {
  if (value instanceof SafeHtml) return value.markup
  return escape(typeof value === 'number' ? formatNumber(value, language) : isolated(value))
}

/** The same value where Telegram reads no HTML: the label of a button, an alert. */
export function toPlain(value: Variable, language: Language): string {
  if (value instanceof SafeHtml) throw new Error('a piece of HTML cannot stand in a plain text')
  return typeof value === 'number' ? formatNumber(value, language) : isolated(value)
}

/** A sentence of our own locale files, its variables already filled in by `toMarkup`; for `words.ts` only. */
export const fromLocale = (markup: string): Html => new SafeHtml(markup)

const markupOf = (content: string | Html) =>
  content instanceof SafeHtml ? content.markup : escape(isolated(content))

const tag = (name: string) => (content: string | Html) =>
  new SafeHtml(`<${name}>${markupOf(content)}</${name}>`)

export const bold = tag('b')

/** What was true before a change, shown next to what is true now. */
export const struck = tag('s')

/** Text that one tap copies: a link to forward, a reference number. */
export const code = tag('code')

/** A link; anything but https, http, mailto, tel and tg is our mistake and throws. */
export function link(content: string | Html, url: string): Html {
  if (!/^(https?|mailto|tel|tg):/i.test(url)) throw new Error('a link needs https, http, mailto, tel or tg')
  return new SafeHtml(`<a href="${escape(url).replaceAll('"', '&quot;')}">${markupOf(content)}</a>`)
}

/** Several pieces as one, for lines of a card or a list inside a text; raw strings among them are escaped. */
export const joined = (pieces: readonly (string | Html)[], separator = '\n'): Html =>
  new SafeHtml(pieces.map(markupOf).join(escape(separator)))
