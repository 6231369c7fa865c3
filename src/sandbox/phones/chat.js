import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { AlbumBubble } from './album.js'
import { classes, html } from './dom.js'
import { icon } from './icons.js'
import { Bubble } from './message.js'
import { dayOf, useSandboxNow } from './moments.js'
import { previewOf, showMessage } from './previews.js'
import { useWalking } from './walking.js'
import { useWords } from './words.js'

const nearEndPixels = 60

/** The messages of a phone. They stay at the newest one, unless somebody has scrolled up to read. */
export function Chat({ phone }) {
  const { say, language } = useWords()
  const list = useRef(null)
  const isAtEnd = useRef(true)
  const [isAway, setAway] = useState(false)
  const { messages, label, bot } = phone
  useWalking(list)
  const byId = new Map(messages.map((message) => [message.id, message]))
  const toEnd = () => list.current.scrollTo({ top: list.current.scrollHeight })
  useLayoutEffect(() => {
    const { current } = list
    const stay = () => isAtEnd.current && toEnd()
    const observer = new ResizeObserver(stay)
    observer.observe(current)
    observer.observe(current.firstElementChild)
    return () => observer.disconnect()
  }, [])
  const newest = messages.at(-1)
  useLayoutEffect(() => {
    if (isAtEnd.current || newest?.from === 'person') toEnd()
  }, [newest?.id])
  const onScroll = ({ currentTarget }) => {
    const { scrollHeight, scrollTop, clientHeight } = currentTarget
    isAtEnd.current = scrollHeight - scrollTop - clientHeight < nearEndPixels
    setAway(!isAtEnd.current)
  }
  const pinned = messages.findLast((message) => message.pinned)
  return html`${pinned && html`<${PinnedBar} message=${pinned} list=${list} />`}
    <div class="chat-frame">
      <div
        ref=${list}
        class="chat"
        role="log"
        aria-live="polite"
        aria-label=${say('chat.of', { name: label })}
        onScroll=${onScroll}
      >
        <div class="chat-list">
          ${inBubbles(messages).flatMap((parts, index, bubbles) => {
            const [message] = parts
            const day = dayOf(new Date(message.date * 1000), language)
            const before = bubbles[index - 1]?.at(-1)
            const isNewDay = !before || day !== dayOf(new Date(before.date * 1000), language)
            const spinning = phone.spinning
              .filter(({ messageId }) => messageId === message.id)
              .map(({ data }) => data)
            const shared = { key: message.id, replied: byId.get(message.replyTo), botName: bot.name }
            const bubble =
              parts.length > 1
                ? html`<${AlbumBubble} ...${shared} messages=${parts} />`
                : html`<${Bubble} ...${shared} message=${message} spinning=${spinning} />`
            return isNewDay ? [html`<${Day} key=${`day ${day}`} day=${day} />`, bubble] : [bubble]
          })}
        </div>
      </div>
      ${
        isAway &&
        html`<button type="button" class="to-newest" aria-label=${say('message.newest')} onClick=${toEnd}>
          ${icon('down')}
        </button>`
      }
    </div>`
}

/** Messages as they stand in bubbles: each alone, those of one album together. */
function inBubbles(messages) {
  const bubbles = []
  for (const message of messages) {
    const last = bubbles.at(-1)
    const isSameAlbum = message.album && last?.[0].album === message.album && last[0].from === message.from
    if (isSameAlbum) last.push(message)
    else bubbles.push([message])
  }
  return bubbles
}

function Day({ day }) {
  const { say, language } = useWords()
  const isToday = day === dayOf(useSandboxNow(), language)
  return html`<div class="day"><span>${isToday ? say('today') : day}</span></div>`
}

function PinnedBar({ message, list }) {
  const { say } = useWords()
  const show = () => showMessage(list.current, message.id)
  return html`<button type="button" class="pinned-bar" onClick=${show}>
    ${icon('pin')}<span><b>${say('message.pinned')}</b><span>${previewOf(message, say)}</span></span>
  </button>`
}

/** The welcome before the first Start. */
export function Welcome({ bot }) {
  const { say } = useWords()
  return html`<div class="chat-frame">
    <div class="welcome">
      <div class=${classes('welcome-card', !bot.description && 'is-empty')}>
        <b>${bot.description ? say('start.what') : say('start.empty')}</b>
        ${bot.description && html`<p dir="auto">${bot.description}</p>`}
      </div>
    </div>
  </div>`
}
