import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { html } from './dom.js'
import { Icon } from './icons.js'
import { Message, snippetOf } from './message.js'
import { dayOf } from './moments.js'

/**
 * @typedef {import('./store.js').ShownMessage} ShownMessage
 * @typedef {{ phone: import('./store.js').PhoneState, controls: import('./controls.js').Controls }} ChatProps
 */

const nearEndPixels = 48
const sameRunSeconds = 300

/** The messages, newest at the bottom and in sight, unless the reader has gone up. @param {ChatProps} props */
export function Chat({ phone, controls }) {
  const { messages, bot } = phone
  const { t } = controls
  const scrolling = useScrolling(messages)
  if (messages.length === 0) return html`<${BeforeStart} phone=${phone} controls=${controls} />`
  return html`<div class="chat">
    <${PinnedBar} messages=${messages} controls=${controls} onFind=${scrolling.find} />
    <div
      ref=${scrolling.list}
      class="chat__log"
      role="log"
      tabindex="0"
      aria-label=${t('chatWith', { bot: bot.name })}
      onScroll=${scrolling.onScroll}
      onKeyDown=${(/** @type {KeyboardEvent} */ event) => walk(event, scrolling.list.current)}
    >
      <div class="chat__messages">${messages.map((message, index) => drawn(message, index, phone, controls, scrolling.find))}</div>
    </div>
    ${scrolling.missed > 0 &&
    html`<button type="button" class="new-messages" onClick=${scrolling.toEnd}>
      <${Icon} name="down" />${t('newMessages', { count: scrolling.missed })}
    </button>`}
  </div>`
}

/** @param {ShownMessage} message @param {number} index @param {import('./store.js').PhoneState} phone @param {import('./controls.js').Controls} controls @param {(id: number) => void} onFind */
function drawn(message, index, phone, controls, onFind) {
  const { messages, spinning } = phone
  const [before, after] = [messages[index - 1], messages[index + 1]]
  const day = dayOf(new Date(message.date * 1000), controls.language)
  const isNewDay = !before || dayOf(new Date(before.date * 1000), controls.language) !== day
  const repliedTo = message.replyTo === undefined ? null : messages.find(({ id }) => id === message.replyTo)
  return html`
    ${isNewDay && html`<div class="day" key=${`day ${message.id}`}><span>${day}</span></div>`}
    <${Message}
      key=${message.id}
      message=${message}
      repliedTo=${repliedTo ?? null}
      spinning=${spinning.filter(({ messageId }) => messageId === message.id).map(({ data }) => data).join('\n')}
      isLastOfRun=${!isRun(message, after)}
      botName=${phone.bot.name}
      personName=${phone.user.first_name}
      controls=${controls}
      onFind=${onFind}
    />
  `
}

/** @param {ShownMessage} one @param {ShownMessage | undefined} next */
const isRun = (one, next) =>
  next !== undefined && next.from === one.from && !next.service && next.date - one.date < sameRunSeconds

/** @param {readonly ShownMessage[]} messages */
function useScrolling(messages) {
  const list = useRef(/** @type {HTMLDivElement | null} */ (null))
  const isAtEnd = useRef(true)
  const lastId = messages.at(-1)?.id ?? 0
  const [seenId, setSeen] = useState(lastId)
  const toEnd = () => list.current?.scrollTo({ top: list.current.scrollHeight })
  useLayoutEffect(() => {
    if (isAtEnd.current || messages.at(-1)?.from === 'person') toEnd()
    if (isAtEnd.current) setSeen(lastId)
  }, [messages])
  useEffect(() => {
    if (!list.current) return
    const observer = new ResizeObserver(() => isAtEnd.current && toEnd())
    observer.observe(list.current)
    if (list.current.firstElementChild) observer.observe(list.current.firstElementChild)
    return () => observer.disconnect()
  }, [messages.length > 0])
  return {
    list,
    toEnd,
    missed: messages.filter(({ id, from }) => id > seenId && from === 'bot').length,
    onScroll() {
      const { scrollHeight = 0, scrollTop = 0, clientHeight = 0 } = list.current ?? {}
      isAtEnd.current = scrollHeight - scrollTop - clientHeight < nearEndPixels
      if (isAtEnd.current) setSeen(lastId)
    },
    /** @param {number} id */
    find(id) {
      const found = list.current?.querySelector(`[data-message="${id}"]`)
      if (!(found instanceof HTMLElement)) return
      found.scrollIntoView({ block: 'center' })
      found.focus({ preventScroll: true })
    },
  }
}

/** Up and down go from message to message, Home and End to the first and last. @param {KeyboardEvent} event @param {HTMLElement | null} log */
function walk(event, log) {
  const target = /** @type {HTMLElement} */ (event.target)
  if (!log || (target !== log && !target.matches('[data-message]'))) return
  const messages = /** @type {HTMLElement[]} */ ([...log.querySelectorAll('[data-message]')])
  const at = messages.indexOf(target)
  const index = { ArrowUp: at < 0 ? messages.length - 1 : at - 1, ArrowDown: at < 0 ? messages.length - 1 : at + 1, Home: 0, End: messages.length - 1 }[event.key]
  const next = index === undefined ? undefined : messages[index]
  if (!next) return
  event.preventDefault()
  next.focus()
}

/** @param {{ messages: readonly ShownMessage[], controls: import('./controls.js').Controls, onFind(id: number): void }} props */
function PinnedBar({ messages, controls, onFind }) {
  const pinned = messages.findLast((message) => message.pinned)
  if (!pinned) return null
  return html`<button type="button" class="pinned-bar" onClick=${() => onFind(pinned.id)}>
    <${Icon} name="pin" />
    <span><b>${controls.t('pinnedMessage')}</b><small>${snippetOf(pinned, controls.t)}</small></span>
  </button>`
}

/** What Telegram shows in a chat with a bot that has not been started. @param {ChatProps} props */
const BeforeStart = ({ phone, controls }) => html`
  <div class="chat">
    <div class="chat__log chat__log--empty" role="log" tabindex="0" aria-label=${controls.t('chatWith', { bot: phone.bot.name })}>
      <div class="about-bot">
        <b>${controls.t('whatCanBotDo')}</b>
        <p>${phone.bot.description || phone.bot.shortDescription || phone.bot.name}</p>
      </div>
    </div>
  </div>
`
