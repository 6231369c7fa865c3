/** A stretch of a text that is formatted, as Telegram describes it: positions in UTF-16 units. */
export interface Stretch {
  type: string
  offset: number
  length: number
  url?: string
  language?: string
  user?: { id: number }
  unix_time?: number
  date_time_format?: string
}

/**
 * What somebody has written and formatted, as Telegram's HTML: it reads the same when it is sent. What Telegram finds by
 * itself (links, mentions, numbers) stays plain, and so do custom emoji, which a bot may not send.
 */
export function htmlOf(text: string, stretches: readonly Stretch[] = []): string {
  const tags = stretches
    .flatMap(({ offset, length, ...stretch }) => {
      const tag = tagOf(stretch)
      return tag && length > 0 ? [{ ...tag, from: offset, to: Math.min(offset + length, text.length) }] : []
    })
    .toSorted((one, other) => one.from - other.from || other.to - one.to)
  const edges = [...new Set([0, text.length, ...tags.flatMap(({ from, to }) => [from, to])])].toSorted(
    (one, other) => one - other,
  )
  const open: (typeof tags)[number][] = []
  let html = ''
  for (const [at, edge] of edges.entries()) {
    html += closed(open, edge)
    for (const tag of tags) if (tag.from === edge && tag.to > edge) html += opened(open, tag)
    html += escaped(text.slice(edge, edges[at + 1] ?? edge))
  }
  return html
}

interface Tag {
  begin: string
  end: string
}

/** Closes what ends here; whatever was opened later and goes on is opened again. */
function closed(open: (Tag & { to: number })[], edge: number): string {
  const first = open.findIndex(({ to }) => to <= edge)
  if (first < 0) return ''
  const shut = open.splice(first)
  const going = shut.filter(({ to }) => to > edge)
  open.push(...going)
  return (
    shut
      .toReversed()
      .map(({ end }) => end)
      .join('') + going.map(({ begin }) => begin).join('')
  )
}

function opened<Open extends Tag>(open: Open[], tag: Open): string {
  open.push(tag)
  return tag.begin
}

const simple: Readonly<Record<string, string>> = {
  bold: 'b',
  italic: 'i',
  underline: 'u',
  strikethrough: 's',
  spoiler: 'tg-spoiler',
  code: 'code',
  blockquote: 'blockquote',
}

function tagOf(stretch: Omit<Stretch, 'offset' | 'length'>): Tag | undefined {
  const { type, url, language, user } = stretch
  const name = simple[type]
  if (name) return { begin: `<${name}>`, end: `</${name}>` }
  if (type === 'expandable_blockquote') return { begin: '<blockquote expandable>', end: '</blockquote>' }
  if (type === 'text_link' && url) return linkTo(url)
  if (type === 'text_mention' && user) return linkTo(`tg://user?id=${user.id}`)
  if (type === 'date_time' && stretch.unix_time !== undefined)
    return {
      begin: `<tg-time unix="${stretch.unix_time}" format="${quoted(stretch.date_time_format ?? '')}">`,
      end: '</tg-time>',
    }
  if (type !== 'pre') return undefined
  return language
    ? { begin: `<pre><code class="language-${quoted(language)}">`, end: '</code></pre>' }
    : { begin: '<pre>', end: '</pre>' }
}

const linkTo = (url: string): Tag => ({ begin: `<a href="${quoted(url)}">`, end: '</a>' })

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Plain words inside Telegram's HTML. */
export const escaped = (text: string): string => text.replace(/[&<>]/g, (sign) => signs[sign] ?? sign)

const quoted = (text: string): string => text.replace(/[&<>"]/g, (sign) => signs[sign] ?? sign)

const names: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' }

/** What stands on the phone, as Telegram counts its length: without tags. */
export const plainOf = (html: string): string =>
  html.replace(/<[^>]*>/g, '').replace(/&(amp|lt|gt|quot);/g, (_, name: string) => names[name] ?? '')
