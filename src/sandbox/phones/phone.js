import { useEffect, useState } from 'preact/hooks'
import { Chat } from './chat.js'
import { Composer } from './composer.js'
import { useAnswers, useControls } from './controls.js'
import { html, classes } from './dom.js'
import { Icon } from './icons.js'
import { loadPhone } from './live.js'
import { Menu } from './menus.js'
import { timeOf, useSandboxNow } from './moments.js'
import { hueOf } from './people.js'
import { PhoneDialog } from './phone-dialogs.js'
import { phoneMenu } from './phone-menu.js'
import { usePart } from './store.js'

const actionShownMilliseconds = 5200

/** One phone: its owner's name, and their chat with the bot. @param {{ id: number }} props */
export function Phone({ id }) {
  const phone = usePart((state) => state.phones[id])
  const session = useControls(id)
  const { controls, dialog, menu, toast, closeDialog, closeMenu } = session
  useAnswers(id, controls)
  useFadingAction(id, phone?.action ?? null)
  const dropping = useDrop(controls)
  if (!phone) return null
  return html`<section class="phone" data-phone=${id} aria-label=${phone.label} style=${`--hue: ${hueOf(id)}`}>
    <div class="phone__frame" ...${dropping.handlers}>
      <div class="phone__inside" inert=${dialog !== null}>
        <${StatusBar} label=${phone.label} language=${phone.user.language_code} controls=${controls} phone=${phone} />
        <${ChatHeader} phone=${phone} controls=${controls} />
        <${Chat} phone=${phone} controls=${controls} />
        <${Composer} phone=${phone} session=${session} />
      </div>
      ${dropping.isOver && html`<div class="drop-hint"><span>${controls.t('dropHere')}</span></div>`}
      ${dialog && html`<${PhoneDialog} dialog=${dialog} phone=${phone} controls=${controls} onClose=${closeDialog} />`}
      <div class="toast-place" role="status">${toast && html`<div class="toast">${toast}</div>`}</div>
    </div>
    ${menu && html`<${Menu} ...${menu} onClose=${closeMenu} />`}
  </section>`
}

/** @param {{ label: string, language: string | undefined, controls: import('./controls.js').Controls, phone: import('./store.js').PhoneState }} props */
function StatusBar({ label, language, controls, phone }) {
  const { t } = controls
  const now = useSandboxNow()
  const open = (/** @type {any} */ { currentTarget }) => controls.menu(phoneMenu(phone, controls, currentTarget))
  return html`<div class="status-bar">
    <span class="status-bar__time">${timeOf(now, controls.language)}</span>
    <h2 class="status-bar__label">${label}</h2>
    <span class="status-bar__language" title=${t('phoneLanguage')}>${language?.slice(0, 2).toUpperCase() ?? '–'}</span>
    <button type="button" class="icon-button" data-role="phone-menu" aria-haspopup="menu" aria-label=${t('phoneMenu', { label })} onClick=${open}>
      <${Icon} name="dots" />
    </button>
  </div>`
}

/** @param {{ phone: import('./store.js').PhoneState, controls: import('./controls.js').Controls }} props */
function ChatHeader({ phone, controls }) {
  const { t } = controls
  const action = phone.action && !phone.blocked ? t(actionWords[phone.action] ?? 'typing') : null
  return html`<header class="chat-header">
    <button type="button" class="chat-header__bot" onClick=${() => controls.show('bot')}>
      <span class="avatar" aria-hidden="true">${phone.bot.name.slice(0, 1)}</span>
      <span class="chat-header__words">
        <b>${phone.bot.name}</b>
        <small class=${classes(action && 'acting')} data-role="activity">${action ?? t('bot')}</small>
      </span>
    </button>
  </header>`
}

/** @type {Partial<Record<string, import('./words.js').WordKey>>} */
const actionWords = {
  upload_document: 'sendingFile',
  upload_photo: 'sendingPhoto',
  upload_video: 'sendingFile',
  find_location: 'findingPlace',
}

/** Telegram says nothing when an action is over, so the phone looks again. @param {number} id @param {string | null} action */
function useFadingAction(id, action) {
  useEffect(() => {
    if (action === null) return
    const timer = setInterval(() => void loadPhone(id), actionShownMilliseconds)
    return () => clearInterval(timer)
  }, [action])
}

/** A file dropped on the phone is offered for sending. @param {import('./controls.js').Controls} controls */
function useDrop(controls) {
  const [isOver, setOver] = useState(false)
  const handlers = {
    onDragOver(/** @type {DragEvent} */ event) {
      event.preventDefault()
      setOver(true)
    },
    onDragLeave: () => setOver(false),
    onDrop(/** @type {DragEvent} */ event) {
      event.preventDefault()
      setOver(false)
      const file = event.dataTransfer?.files[0]
      if (file) controls.show('file', { kind: 'document', file })
    },
  }
  return { isOver, handlers }
}
