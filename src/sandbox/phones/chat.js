import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { classes, html } from './dom.js'
import { icon } from './icons.js'
import { Bubble } from './message.js'
import { dayOf, useSandboxNow } from './moments.js'
import { previewOf, showMessage } from './previews.js'
import { useWords } from './words.js'

const nearEndPixels = 60

/** The messages of a phone. They stay at the newest one, unless somebody has scrolled up to read. */
export function Chat({ phone }) {
  const { say, language } = useWords()
  const list = useRef(null)
  const isAtEnd = useRef(true)
  const [isAway, setAway] = useState(false)
  const { messages, user, label, bot } = phone
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
        lang=${user.language_code}
        tabindex="0"
        onScroll=${onScroll}
      >
        <div class="chat-list">
          ${messages.flatMap((message, index) => {
            const day = dayOf(new Date(message.date * 1000), language)
            const before = messages[index - 1]
            const isNewDay = !before || day !== dayOf(new Date(before.date * 1000), language)
            const spinning = phone.spinning
              .filter(({ messageId }) => messageId === message.id)
              .map(({ data }) => data)
            const bubble = html`<${Bubble}
              key=${message.id}
              message=${message}
              replied=${byId.get(message.replyTo)}
              spinning=${spinning}
              botName=${bot.name}
            />`
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
