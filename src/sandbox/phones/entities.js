import { useState } from 'preact/hooks'
import { classes, html } from './dom.js'
import { icon } from './icons.js'
import { usePhone } from './phone-tools.js'
import { useWords } from './words.js'

/** A text with its entities, as text nodes inside elements; markup in it stays text. */
export function FormattedText({ text, entities = [] }) {
  const sorted = [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length)
  return html`<span class="text" dir="auto">${dress(text, 0, text.length, sorted)}</span>`
}

/** The part of a text from `start` to `end`, with the entities that begin in it; inner ones are cut at their outer's end. */
function dress(text, start, end, entities) {
  const parts = []
  let at = start
  for (let index = 0; index < entities.length; index++) {
    const entity = entities[index]
    const from = Math.max(entity.offset, start)
    const to = Math.min(entity.offset + entity.length, end)
    if (from < at || from >= to) continue
    if (from > at) parts.push(between(text, at, from, parts))
    const inner = entities.slice(index + 1).filter(({ offset }) => offset < to)
    const Shape = shapes[entity.type] ?? Plain
    const content = text.slice(from, to)
    parts.push(html`<${Shape} entity=${entity} content=${content}>${dress(text, from, to, inner)}<//>`)
    at = to
  }
  if (at < end) parts.push(between(text, at, end, parts))
  return parts
}

/** Plain text; right after a block the line has ended already, so its line break is not shown once more. */
function between(text, start, end, parts) {
  const words = text.slice(start, end)
  return blocks.has(parts.at(-1)?.type) ? words.replace(/^\n/, '') : words
}

const Plain = ({ children }) => html`<span>${children}</span>`

function Pre({ entity, content, children }) {
  const { say } = useWords()
  const { copy } = usePhone()
  return html`<span class="pre">
    <span class="pre-head">
      <span>${entity.language ?? ''}</span>
      <button type="button" class="link" onClick=${() => copy(content)}>${say('copy')}</button>
    </span>
    <code>${children}</code>
  </span>`
}

function Spoiler({ children }) {
  const { say } = useWords()
  const [isShown, show] = useState(false)
  if (isShown) return html`<span class="spoiler is-shown">${children}</span>`
  return html`<button
    type="button"
    class="spoiler"
    aria-label=${say('message.spoiler')}
    onClick=${() => show(true)}
  >
    <span aria-hidden="true" inert>${children}</span>
  </button>`
}

const Quote = ({ children }) => html`<span class="blockquote" role="blockquote">${children}</span>`

/** A long quotation shows three lines until somebody wants all of it. */
function LongQuote({ children }) {
  const { say } = useWords()
  const [isOpen, open] = useState(false)
  return html`<span class=${classes('blockquote', 'is-long', isOpen && 'is-open')} role="blockquote">
    <span>${children}</span>
    <button
      type="button"
      class="unfold"
      aria-label=${say('message.more')}
      aria-expanded=${isOpen}
      onClick=${() => open(!isOpen)}
    >
      ${icon('chevron')}
    </button>
  </span>`
}

function Link({ entity, content, children }) {
  const { openLink } = usePhone()
  const address = entity.url ?? content
  const onClick = (event) => {
    event.preventDefault()
    openLink(address)
  }
  return html`<a class="link" href=${address} rel="noreferrer noopener" onClick=${onClick}>${children}</a>`
}

function Command({ content, children }) {
  const { act } = usePhone()
  return html`<button type="button" class="link" onClick=${() => act('type', { text: content })}>
    ${children}
  </button>`
}

function Copied({ content, children }) {
  const { copy } = usePhone()
  return html`<button type="button" class="link" onClick=${() => copy(content)}>${children}</button>`
}

const Name = ({ children }) => html`<span class="name-link">${children}</span>`

const shapes = {
  bold: ({ children }) => html`<strong>${children}</strong>`,
  italic: ({ children }) => html`<em>${children}</em>`,
  underline: ({ children }) => html`<u>${children}</u>`,
  strikethrough: ({ children }) => html`<s>${children}</s>`,
  code: ({ children }) => html`<code class="code">${children}</code>`,
  pre: Pre,
  spoiler: Spoiler,
  blockquote: Quote,
  expandable_blockquote: LongQuote,
  url: Link,
  text_link: Link,
  bot_command: Command,
  email: Copied,
  phone_number: Copied,
  mention: Name,
  text_mention: Name,
  hashtag: Name,
  cashtag: Name,
}

const blocks = new Set([Pre, Quote, LongQuote])
