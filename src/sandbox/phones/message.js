import { useMemo, useRef, useState } from 'preact/hooks'
import { Attachment } from './attachments.js'
import { classes, html } from './dom.js'
import { FormattedText } from './entities.js'
import { ForwardDialog } from './forwarding.js'
import { icon } from './icons.js'
import { InlineKeyboard } from './keyboards.js'
import { timeOf } from './moments.js'
import { usePhone } from './phone-tools.js'
import { Menu } from './popover.js'
import { previewOf, showMessage } from './previews.js'
import { useWords } from './words.js'

/** A bubble. It is drawn again only when something in it is new, so that a long chat stays quick. */
export function Bubble({ message, replied, spinning, botName }) {
  const { language } = useWords()
  const tools = usePhone()
  const pending = spinning.join('\n')
  return useMemo(
    () => html`<${BubbleBody} ...${{ message, replied, spinning, botName }} />`,
    [message, replied, pending, botName, language, tools],
  )
}

function BubbleBody({ message, replied, spinning, botName }) {
  const { say } = useWords()
  const { id, from, service, keyboard } = message
  if (service)
    return html`<div class="service" data-message=${id}>
      <span>${say('message.pinnedBy', { name: botName })}</span>
    </div>`
  const text = message.text ?? message.caption
  const isLarge = message.text !== undefined && /^\p{RGI_Emoji}{1,3}$/v.test(message.text)
  const isBare = isLarge || message.sticker !== undefined
  return html`<article
    class=${classes('message', `from-${from}`, isBare && 'is-bare', isLarge && 'is-large')}
    data-message=${id}
  >
    <div class="bubble">
      <span class="unseen">${from === 'bot' ? botName : say('message.you')}: </span>
      ${message.forwardedFrom && html`<div class="forwarded">${say('message.forwarded', { name: message.forwardedFrom })}</div>`}
      ${replied && html`<${Quoted} message=${replied} botName=${botName} />`}
      <${Attachment} message=${message} />
      ${text && html`<${FormattedText} text=${text} entities=${message.entities ?? message.captionEntities} />`}
      <${Stamp} message=${message} />
      <${MessageMenu} message=${message} />
    </div>
    ${keyboard && html`<${InlineKeyboard} messageId=${id} rows=${keyboard.inline_keyboard} spinning=${spinning} />`}
  </article>`
}

function Quoted({ message, botName }) {
  const { say } = useWords()
  const show = ({ currentTarget }) => showMessage(currentTarget.closest('.chat'), message.id)
  return html`<button type="button" class="quoted" onClick=${show}>
    <b>${message.from === 'bot' ? botName : say('message.you')}</b>
    <span>${previewOf(message, say)}</span>
  </button>`
}

function Stamp({ message }) {
  const { say, language } = useWords()
  const date = new Date(message.date * 1000)
  return html`<span class="stamp">
    ${message.silent && html`<span class="stamp-icon" role="img" aria-label=${say('message.silent')}>${icon('bellOff')}</span>`}
    ${message.pinned && html`<span class="stamp-icon" aria-hidden="true">${icon('pin')}</span>`}
    ${message.editedAt !== undefined && html`<span>${say('message.edited')}</span>`}
    <time datetime=${date.toISOString()}>${timeOf(date, language)}</time>
    ${message.from === 'person' && html`<span class="stamp-icon" aria-hidden="true">${icon('ticks')}</span>`}
  </span>`
}

function MessageMenu({ message }) {
  const { say } = useWords()
  const tools = usePhone()
  const button = useRef(null)
  const [isOpen, open] = useState(false)
  return html`<button
      ref=${button}
      type="button"
      class="message-menu"
      aria-label=${say('message.menu')}
      aria-haspopup="menu"
      aria-expanded=${isOpen}
      onClick=${() => open(!isOpen)}
    >
      ${icon('chevron')}
    </button>
    ${
      isOpen &&
      html`<${Menu}
        anchor=${button.current}
        label=${say('message.menu')}
        items=${actionsFor(message, tools, say)}
        onClose=${() => open(false)}
      />`
    }`
}

function actionsFor(message, { compose, copy, ask }, say) {
  const text = message.text ?? message.caption
  const items = [{ label: say('reply'), icon: 'reply', onSelect: () => compose({ kind: 'reply', message }) }]
  if (message.from === 'person' && message.text !== undefined && !message.forwardedFrom)
    items.push({ label: say('edit'), icon: 'edit', onSelect: () => compose({ kind: 'edit', message }) })
  items.push({ label: say('forward'), icon: 'forward', onSelect: () => ask(ForwardDialog, { message }) })
  if (text) items.push({ label: say('copy'), icon: 'copy', onSelect: () => void copy(text) })
  return items
}
