import { byteOffset, cannotParse, decodeReference } from './html-reference.ts'

/** A start tag with the one attribute that matters for it; `end` is the position after its `>`. */
export interface Tag {
  name: string
  argument: string
  /** Moment of a `tg-time`, unix seconds; 0 elsewhere. */
  unix: number
  end: number
}

const knownTags: ReadonlySet<string> = new Set(
  'a b strong i em s strike del u ins tg-spoiler tg-emoji tg-time span pre code blockquote'.split(' '),
)

export function readTag(html: string, start: number): Tag {
  const at = byteOffset(html, start)
  const match = /^<([^\s>]*)(?=[\s>])/.exec(html.slice(start))
  if (!match) throw cannotParse(`Unclosed start tag at byte offset ${at}`)
  const name = (match[1] ?? '').toLowerCase()
  if (!knownTags.has(name)) throw cannotParse(`Unsupported start tag "${name}" at byte offset ${at}`)
  const tag: Tag = { name, argument: '', unix: 0, end: start + match[0].length }
  while ((tag.end = skipSpace(html, tag.end)) < html.length && html[tag.end] !== '>')
    readAttribute(html, tag, at)
  if (tag.end >= html.length) throw cannotParse(`Unclosed start tag "${name}" at byte offset ${at}`)
  if (name === 'span' && tag.argument !== 'spoiler')
    throw cannotParse(`Tag "span" must have class "tg-spoiler" at byte offset ${at}`)
  tag.end += 1
  return tag
}

const skipSpace = (html: string, position: number) => {
  while (position < html.length && /\s/.test(html.charAt(position))) position += 1
  return position
}

function readAttribute(html: string, tag: Tag, at: number) {
  const attribute = /^[^\s=>/"']*/.exec(html.slice(tag.end))?.[0] ?? ''
  if (attribute === '')
    throw cannotParse(`Empty attribute name in the tag "${tag.name}" at byte offset ${at}`)
  tag.end = skipSpace(html, tag.end + attribute.length)
  if (html[tag.end] !== '=') {
    if (tag.name === 'blockquote' && attribute === 'expandable') tag.argument = '1'
    return
  }
  tag.end = skipSpace(html, tag.end + 1)
  if (tag.end >= html.length) throw cannotParse(`Unclosed start tag "${tag.name}" at byte offset ${at}`)
  const value = readValue(html, tag)
  if (tag.end >= html.length) throw cannotParse(`Unclosed start tag at byte offset ${at}`)
  keepArgument(tag, attribute, value)
}

function readValue(html: string, tag: Tag): string {
  const quote = html.charAt(tag.end)
  if (quote !== '"' && quote !== "'") {
    const begin = tag.end
    const token = /^[a-zA-Z0-9.-]*/.exec(html.slice(begin))?.[0] ?? ''
    tag.end += token.length
    if (!/^[\s>]/.test(html.slice(tag.end, tag.end + 1)))
      throw cannotParse(`Unexpected end of name token at byte offset ${byteOffset(html, begin)}`)
    return token.toLowerCase()
  }
  let value = ''
  tag.end += 1
  while (tag.end < html.length && html[tag.end] !== quote) {
    const next =
      html[tag.end] === '&' ? decodeReference(html, tag.end) : { text: html[tag.end] ?? '', end: tag.end + 1 }
    value += next.text
    tag.end = next.end
  }
  if (tag.end < html.length) tag.end += 1
  return value
}

function keepArgument(tag: Tag, attribute: string, value: string) {
  const place = `${tag.name} ${attribute}`
  if (place === 'a href' || place === 'tg-emoji emoji-id' || place === 'tg-time format') tag.argument = value
  else if (place === 'code class' && value.startsWith('language-')) tag.argument = value.slice(9)
  else if (place === 'span class' && value.startsWith('tg-')) tag.argument = value.slice(3)
  else if (place === 'blockquote expandable') tag.argument = '1'
  else if (place === 'tg-time unix') tag.unix = Number.parseInt(value, 10) || 0
}
