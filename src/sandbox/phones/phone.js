import { useEffect, useRef } from 'preact/hooks'
import { FileDialog } from './attaching.js'
import { Chat, Welcome } from './chat.js'
import { Composer } from './composer.js'
import { Dialog } from './dialog.js'
import { classes, html } from './dom.js'
import { icon } from './icons.js'
import { Owner } from './owner.js'
import { Header } from './phone-head.js'
import { PhoneTools, usePhone, usePhoneTools } from './phone-tools.js'
import { usePart } from './store.js'
import { phoneLanguageOf, SpeaksLanguage, useWords } from './words.js'

/** One person's phone with their chat with the bot. */
export function Phone({ userId, isFirst, ...region }) {
  const { say } = useWords()
  const phone = usePart((state) => state.phones[userId])
  const botUsername = usePart((state) => state.botUsername)
  const language = phoneLanguageOf(phone?.user ?? {})
  const { tools, toasts, dialog, composing } = usePhoneTools({
    userId,
    who: phone?.label ?? '',
    botUsername,
    language,
  })
  useAnswers(phone?.lastAnswer, tools)
  if (!phone) return null
  const onDrop = (event) => {
    event.preventDefault()
    const files = [...event.dataTransfer.files]
    const kind = files.every(({ type }) => type.startsWith('image/')) ? 'photo' : 'document'
    if (files.length > 0) tools.ask(FileDialog, { kind, files })
  }
  return html`<${PhoneTools} value=${tools}>
    <section
      class=${classes('phone', phone.deleted && 'is-deleted')}
      data-phone=${userId}
      aria-label=${say('phone.of', { name: phone.label })}
      onDragOver=${(event) => event.preventDefault()}
      onDrop=${onDrop}
      ...${region}
    >
      <${Owner} phone=${phone} />
      <${SpeaksLanguage} value=${language}>
        <div class="screen" lang=${language}>
          <${Header} phone=${phone} />
          ${
            phone.started || phone.messages.length > 0
              ? html`<${Chat} phone=${phone} />`
              : html`<${Welcome} bot=${phone.bot} />`
          }
          <div class="toasts" role="status">
            ${toasts.map(({ id, text }) => html`<div key=${id} class="toast" dir="auto">${text}</div>`)}
          </div>
          <${Bottom} phone=${phone} composing=${composing} />
          ${dialog}
        </div>
      <//>
      ${isFirst && html`<p class="begin">${say('guide.here')} ${icon('down')}</p>`}
    </section>
  <//>`
}

function Bottom({ phone, composing }) {
  const { say } = useWords()
  const { act } = usePhone()
  if (phone.deleted) return html`<p class="bottom-note">${say('deleted')}</p>`
  if (phone.started && !phone.blocked) return html`<${Composer} phone=${phone} composing=${composing} />`
  const word = phone.blocked ? 'restart' : 'start'
  return html`${phone.blocked && html`<p class="bottom-note">${say('blocked')}</p>`}
    <button type="button" class="bottom-button" data-role=${word} onClick=${() => act('start')}>
      ${say(word)}
    </button>`
}

/** Shows the answers to button presses that come from now on: a toast, an alert, or a link that opens. */
function useAnswers(lastAnswer, tools) {
  const shown = useRef(lastAnswer?.id ?? 0)
  useEffect(() => {
    if (!lastAnswer || lastAnswer.id === shown.current) return
    shown.current = lastAnswer.id
    const { text, showAlert, url } = lastAnswer
    if (url) tools.openLink(url)
    else if (text && showAlert) tools.ask(AlertDialog, { text })
    else if (text) tools.toast(text)
  }, [lastAnswer?.id])
}

function AlertDialog({ text, who, onClose }) {
  const { say } = useWords()
  const botName = usePart((state) => Object.values(state.phones)[0]?.bot.name ?? '')
  return html`<${Dialog} title=${botName} who=${who} onClose=${onClose} role="alertdialog">
    <p dir="auto" class="alert-text">${text}</p>
    <div class="dialog-foot">
      <button type="button" class="button is-main" onClick=${onClose}>${say('ok')}</button>
    </div>
  <//>`
}
