import { useMemo } from 'preact/hooks'
import { Attachment } from './attachments.js'
import { classes, html } from './dom.js'
import { FormattedText } from './entities.js'
import { icon } from './icons.js'
import { InlineKeyboard } from './keyboards.js'
import { MessageMenu } from './message-menu.js'
import { timeOf } from './moments.js'
import { usePhone } from './phone-tools.js'
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
  const { id, service, keyboard } = message
  if (service)
    return html`<div class="service" data-message=${id}>
      <span>${say('message.pinnedBy', { name: botName })}</span>
    </div>`
  const text = message.text ?? message.caption
  const isLarge = message.text !== undefined && /^\p{RGI_Emoji}{1,3}$/v.test(message.text)
  const isBare = isLarge || message.sticker !== undefined
  return html`<${Frame}
    message=${message}
    botName=${botName}
    extra=${classes(isBare && 'is-bare', isLarge && 'is-large')}
    below=${keyboard && html`<${InlineKeyboard} messageId=${id} rows=${keyboard.inline_keyboard} spinning=${spinning} />`}
  >
    <${Above} message=${message} replied=${replied} botName=${botName} />
    <${Attachment} message=${message} />
    ${text && html`<${FormattedText} text=${text} entities=${message.entities ?? message.captionEntities} />`}
    <${Stamp} message=${message} botName=${botName} />
  <//>`
}

/** What every bubble is: a message of somebody, on which one can stand, with its menu. */
export function Frame({ message, album, botName, extra, below, children }) {
  const { say, language } = useWords()
  const { id, from, date } = message
  const sender = from === 'bot' ? botName : say('message.you')
  const name = `${sender}, ${timeOf(new Date(date * 1000), language)}: ${previewOf(message, say)}`
  return html`<article
    class=${classes('message', `from-${from}`, extra)}
    data-message=${id}
    aria-label=${name}
  >
    <div class="bubble">
      <span class="unseen">${sender}: </span>
      ${children}
    </div>
    ${below}
    <${MessageMenu} message=${message} album=${album} />
  </article>`
}

/** Above the text: where it comes from, and what it answers. */
export function Above({ message, replied, botName }) {
  const { say } = useWords()
  const { forwardedFrom } = message
  return html`${forwardedFrom && html`<div class="forwarded">${say('message.forwarded', { name: forwardedFrom })}</div>`}
  ${replied && html`<${Quoted} message=${replied} botName=${botName} />`}`
}

function Quoted({ message, botName }) {
  const { say } = useWords()
  const show = ({ currentTarget }) => showMessage(currentTarget.closest('.chat'), message.id)
  return html`<button type="button" class="quoted" onClick=${show}>
    <b>${message.from === 'bot' ? botName : say('message.you')}</b>
    <span>${previewOf(message, say)}</span>
  </button>`
}

export function Stamp({ message, botName }) {
  const { say, language } = useWords()
  const { reaction } = message
  const date = new Date(message.date * 1000)
  return html`${
      reaction &&
      html`<span
        class="reaction"
        role="img"
        aria-label=${say('message.reaction', { name: botName, emoji: reaction })}
        >${reaction}</span
      >`
    }
    <span class="stamp">
      ${message.silent && html`<span class="stamp-icon" role="img" aria-label=${say('message.silent')}>${icon('bellOff')}</span>`}
      ${message.pinned && html`<span class="stamp-icon" aria-hidden="true">${icon('pin')}</span>`}
      ${message.editedAt !== undefined && html`<span>${say('message.edited')}</span>`}
      <time datetime=${date.toISOString()}>${timeOf(date, language)}</time>
      ${message.from === 'person' && html`<span class="stamp-icon" aria-hidden="true">${icon('ticks')}</span>`}
    </span>`
}
