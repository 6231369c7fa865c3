import { useMemo } from 'preact/hooks'
import { Attachment } from './attachments.js'
import { html, classes } from './dom.js'
import { FormattedText } from './entities.js'
import { Icon } from './icons.js'
import { InlineKeyboard } from './keyboards.js'
import { messageMenu } from './message-menu.js'
import { timeOf } from './moments.js'

/**
 * @typedef {import('./store.js').ShownMessage} ShownMessage
 * @typedef {{
 *   message: ShownMessage,
 *   repliedTo: ShownMessage | null,
 *   spinning: string,
 *   isLastOfRun: boolean,
 *   botName: string,
 *   personName: string,
 *   controls: import('./controls.js').Controls,
 *   onFind(id: number): void,
 * }} MessageProps
 */

/** One message; drawn again only when something about it is new. @param {MessageProps} props */
export function Message(props) {
  const { message, repliedTo, spinning, isLastOfRun, botName, personName, controls } = props
  return useMemo(
    () => (message.service ? html`<${Service} ...${props} />` : html`<${Bubble} ...${props} />`),
    [message, repliedTo, spinning, isLastOfRun, botName, personName, controls],
  )
}

/** @param {MessageProps} props */
function Bubble({ message, repliedTo, spinning, isLastOfRun, botName, personName, controls, onFind }) {
  const { id, from, keyboard, sticker } = message
  const { t } = controls
  const author = from === 'bot' ? botName : personName
  const when = timeOf(new Date(message.date * 1000), controls.language)
  const openMenu = (/** @type {import('./menus.js').OpenMenu['anchor']} */ anchor) =>
    controls.menu(messageMenu(message, controls, anchor))
  return html`<article
    class=${classes('message', `message--${from}`, isLastOfRun && 'message--last', sticker && 'message--bare')}
    data-message=${id}
    tabindex="-1"
    aria-label=${`${author}, ${when}`}
    onContextMenu=${(/** @type {MouseEvent} */ event) => {
      event.preventDefault()
      openMenu({ x: event.clientX, y: event.clientY })
    }}
    onKeyDown=${(/** @type {any} */ event) => {
      if (event.target !== event.currentTarget || event.key !== 'Enter') return
      event.preventDefault()
      openMenu(event.currentTarget.querySelector('.bubble'))
    }}
  >
    <div class="bubble">
      ${message.forwardedFrom !== undefined &&
      html`<div class="forwarded">${t('forwardedFrom')} <b>${message.forwardedFrom}</b></div>`}
      ${message.replyTo !== undefined && html`<${Quote} original=${repliedTo} botName=${botName} personName=${personName} controls=${controls} onFind=${onFind} />`}
      <${Attachment} message=${message} controls=${controls} />
      <${Words} message=${message} controls=${controls} />
      <${Stamp} message=${message} when=${when} t=${t} />
      <button type="button" class="message__more" tabindex="-1" aria-haspopup="menu" aria-label=${t('messageMenu')} onClick=${(/** @type {any} */ { currentTarget }) => openMenu(currentTarget)}>
        <${Icon} name="dots" />
      </button>
    </div>
    ${keyboard && html`<${InlineKeyboard} messageId=${id} rows=${keyboard.inline_keyboard} spinning=${spinning === '' ? [] : spinning.split('\n')} controls=${controls} />`}
  </article>`
}

/** @param {{ message: ShownMessage, controls: import('./controls.js').Controls }} props */
function Words({ message, controls }) {
  const text = message.text ?? message.caption
  if (text === undefined || text === '') return null
  return html`<div class="words" dir="auto"><${FormattedText}
    text=${text}
    entities=${message.text === undefined ? message.captionEntities : message.entities}
    t=${controls.t}
    onLink=${controls.followLink}
    onCommand=${(/** @type {string} */ command) => void controls.act('type', { text: command })}
  /></div>`
}

/** @param {{ message: ShownMessage, when: string, t: import('./words.js').Translate }} props */
const Stamp = ({ message, when, t }) => html`
  <span class="stamp">
    ${message.silent && html`<span role="img" aria-label=${t('silent')} title=${t('silent')}><${Icon} name="bellOff" /></span>`}
    ${message.editedAt !== undefined && html`<span>${t('edited')}</span>`}
    <time datetime=${new Date(message.date * 1000).toISOString()}>${when}</time>
    ${message.from === 'person' && html`<${Icon} name="check" />`}
  </span>
`

/** @param {{ original: ShownMessage | null, botName: string, personName: string, controls: import('./controls.js').Controls, onFind(id: number): void }} props */
const Quote = ({ original, botName, personName, controls, onFind }) => html`
  <button type="button" class="quote" disabled=${original === null} onClick=${() => original && onFind(original.id)}>
    ${original
      ? html`<b>${original.from === 'bot' ? botName : personName}</b><span>${snippetOf(original, controls.t)}</span>`
      : html`<span>${controls.t('deletedMessage')}</span>`}
  </button>
`

/** @param {MessageProps} props */
const Service = ({ message, botName, personName, controls }) => html`
  <div class="service" data-message=${message.id} tabindex="-1">
    <span>
      ${message.service === 'pinned a message'
        ? controls.t('pinnedIt', { name: message.from === 'bot' ? botName : personName })
        : message.service}
    </span>
  </div>
`

/** A message in one line, for quotes and the pinned bar. @param {ShownMessage} message @param {import('./words.js').Translate} t */
export function snippetOf(message, t) {
  const kinds = /** @type {const} */ (['photo', 'document', 'voice', 'video', 'sticker', 'contact', 'venue', 'location'])
  const kind = kinds.find((name) => message[name] !== undefined)
  const words = message.text ?? message.caption ?? message.document?.name ?? ''
  return words !== '' ? words.replace(/\s+/g, ' ').slice(0, 120) : kind ? t(kind) : '…'
}
