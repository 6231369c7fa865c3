import type { MessageEntity } from 'grammy/types'
import { byteOffset, cannotParse, decodeReference } from './html-reference.ts'
import { readTag, type Tag } from './html-tag.ts'

/** A text and what is marked in it; offsets and lengths in UTF-16 units. */
export interface FormattedText {
  text: string
  entities: MessageEntity[]
}

interface OpenTag extends Tag {
  offset: number
}

const simpleTags: Partial<Record<string, 'bold' | 'italic' | 'underline' | 'strikethrough' | 'spoiler'>> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strikethrough',
  strike: 'strikethrough',
  del: 'strikethrough',
  'tg-spoiler': 'spoiler',
  span: 'spoiler',
}

/** Reads Telegram's HTML as strictly as Telegram does, and refuses in its words. */
export function parseHtml(html: string): FormattedText {
  const entities: MessageEntity[] = []
  const open: OpenTag[] = []
  let text = ''
  let position = 0
  while (position < html.length) {
    const next = html.slice(position).search(/[<&]/)
    if (next === -1) break
    text += html.slice(position, position + next)
    position += next
    if (html[position] === '&') {
      const decoded = decodeReference(html, position)
      text += decoded.text
      position = decoded.end
    } else if (html[position + 1] === '/') {
      position = closeTag(html, position, open, entities, text)
    } else {
      const tag = readTag(html, position)
      open.push({ ...tag, offset: text.length })
      position = tag.end
    }
  }
  const left = open.at(-1)
  if (left) throw cannotParse(`Can't find end tag corresponding to start tag "${left.name}"`)
  return { text: text + html.slice(position), entities }
}

function closeTag(
  html: string,
  position: number,
  open: OpenTag[],
  entities: MessageEntity[],
  text: string,
): number {
  const at = byteOffset(html, position)
  const tag = open.pop()
  if (!tag) throw cannotParse(`Unexpected end tag at byte offset ${at}`)
  const match = /^<\/([^\s>]*)\s*>/.exec(html.slice(position))
  if (!match) throw cannotParse(`Unclosed end tag at byte offset ${at}`)
  const [whole, written = ''] = match
  const name = written.toLowerCase()
  if (name !== '' && name !== tag.name)
    throw cannotParse(`Unmatched end tag at byte offset ${at}, expected "</${tag.name}>", found "</${name}>"`)
  if (text.length > tag.offset) addEntity(tag, text, entities)
  return position + whole.length
}

function addEntity(tag: OpenTag, text: string, entities: MessageEntity[]) {
  const { name, argument, offset } = tag
  const place = { offset, length: text.length - offset }
  const simple = simpleTags[name]
  if (simple) entities.push({ type: simple, ...place })
  else if (name === 'a') entities.push(...linkEntity(argument || text.slice(offset), place))
  else if (name === 'pre' || name === 'code') addCode(tag, place, entities)
  else if (name === 'blockquote')
    entities.push({ type: argument ? 'expandable_blockquote' : 'blockquote', ...place })
  else if (name === 'tg-emoji') {
    if (!/^[1-9]\d*$/.test(argument)) throw cannotParse('Invalid custom emoji identifier specified')
    entities.push({ type: 'custom_emoji', ...place, custom_emoji_id: argument })
  } else if (tag.unix > 0) {
    const format = argument ? { date_time_format: argument } : {}
    entities.push({ type: 'date_time', ...place, unix_time: tag.unix, ...format } as MessageEntity)
  }
}

function linkEntity(url: string, place: { offset: number; length: number }): MessageEntity[] {
  const user = /^tg:\/\/user\?id=(\d+)$/.exec(url)?.[1]
  if (user)
    return [{ type: 'text_mention', ...place, user: { id: Number(user), is_bot: false, first_name: '' } }]
  const checked = checkedLink(url)
  return checked === null ? [] : [{ type: 'text_link', ...place, url: checked }]
}

/** The link as Telegram keeps it, `null` when it is none: a scheme is added, a bare word is no link. */
export function checkedLink(url: string): string | null {
  const trimmed = url.trim()
  if (/^(tg|ton|tonsite):/i.test(trimmed)) return trimmed
  const withScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed) ? trimmed : `http://${trimmed}`
  if (!/^https?:/i.test(withScheme) || !URL.canParse(withScheme)) return null
  const { hostname, href } = new URL(withScheme)
  return hostname.includes('.') || hostname.startsWith('[') ? href : null
}

/** `<pre><code class="language-x">` is one entity with a language; a language elsewhere is dropped. */
function addCode(
  { name, argument }: OpenTag,
  place: { offset: number; length: number },
  entities: MessageEntity[],
) {
  const last = entities.at(-1)
  const isSamePlace = last?.offset === place.offset && last.length === place.length
  if (name === 'pre' && isSamePlace && last.type === 'code' && languages.has(last)) {
    entities[entities.length - 1] = { type: 'pre', ...place, language: languages.get(last) ?? '' }
  } else if (name === 'code' && isSamePlace && last.type === 'pre' && argument) {
    entities[entities.length - 1] = { type: 'pre', ...place, language: argument }
  } else {
    const entity: MessageEntity = { type: name === 'pre' ? 'pre' : 'code', ...place }
    if (name === 'code' && argument) languages.set(entity, argument)
    entities.push(entity)
  }
}

const languages = new WeakMap<MessageEntity, string>()
