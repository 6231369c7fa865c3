import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { attachMenu, FileInputs } from './attach-menu.js'
import { html, classes } from './dom.js'
import { Icon } from './icons.js'
import { ReplyKeyboard } from './keyboards.js'
import { snippetOf } from './message.js'

/**
 * @typedef {{ phone: import('./store.js').PhoneState, session: import('./controls.js').Session }} ComposerProps
 */

/** Where the person writes, or the one button that comes instead. @param {ComposerProps} props */
export function Composer({ phone, session }) {
  const { controls } = session
  const { t } = controls
  if (phone.deleted) return html`<div class="instead"><p>${t('accountDeleted')}</p></div>`
  if (phone.blocked)
    return html`<div class="instead">
      <p>${t('blocked')}</p>
      <button type="button" class="plain-button" onClick=${() => void controls.act('unblock')}>${t('unblock')}</button>
      <button type="button" class="main-button" onClick=${() => void controls.act('start')}>${t('restart')}</button>
    </div>`
  if (!phone.started)
    return html`<div class="instead">
      <button type="button" class="main-button main-button--wide" data-role="start" onClick=${() => void controls.act('start')}>${t('start')}</button>
    </div>`
  return html`<${Writing} phone=${phone} session=${session} />`
}

/** @param {ComposerProps} props */
function Writing({ phone, session }) {
  const { controls, composer, aim } = session
  const { t } = controls
  const [text, setText] = useState('')
  const [showsKeyboard, showKeyboard] = useShownKeyboard(phone.replyKeyboard)
  const files = useRef(/** @type {HTMLDivElement | null} */ (null))
  const keyboard = phone.replyKeyboard
  useAim(aim, composer, setText)
  useLayoutEffect(() => fit(composer.current), [text])
  const send = () => {
    if (text.trim() === '') return
    const [words, target] = [text, aim?.message.id]
    setText('')
    controls.aim(null)
    void (aim?.mode === 'edit'
      ? controls.act('edit', { messageId: target, text: words })
      : controls.act('type', { text: words, ...(target !== undefined && { replyTo: target }) }))
    composer.current?.focus()
  }
  const onKeyDown = (/** @type {KeyboardEvent} */ event) => {
    if (event.key === 'Escape' && aim) controls.aim(null)
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
    event.preventDefault()
    send()
  }
  const openCommands = (/** @type {any} */ { currentTarget }) => controls.menu(commandMenu(phone, controls, currentTarget))
  return html`<div class="composer">
    ${aim && html`<${AimBar} aim=${aim} controls=${controls} />`}
    <div class="composer__row">
      ${phone.commands.length > 0 &&
      html`<button type="button" class="icon-button composer__commands" data-role="commands" aria-haspopup="menu" aria-label=${t('commands')} onClick=${openCommands}>
        <${Icon} name="menu" />
      </button>`}
      <textarea
        ref=${composer}
        rows="1"
        data-role="composer"
        aria-label=${t('message')}
        placeholder=${(showsKeyboard && keyboard?.input_field_placeholder) || t('message')}
        maxlength="4096"
        value=${text}
        onInput=${(/** @type {any} */ event) => setText(event.target.value)}
        onKeyDown=${onKeyDown}
      ></textarea>
      <${FileInputs} ref=${files} holder=${files} controls=${controls} />
      ${keyboard &&
      html`<button type="button" class=${classes('icon-button', showsKeyboard && 'icon-button--on')} aria-pressed=${showsKeyboard} aria-label=${t('replyKeyboard')} onClick=${() => showKeyboard(!showsKeyboard)}>
        <${Icon} name="keyboard" />
      </button>`}
      <button type="button" class="icon-button" data-role="attach" aria-haspopup="menu" aria-label=${t('attach')} onClick=${(/** @type {any} */ { currentTarget }) => controls.menu(attachMenu(controls, files.current, currentTarget))}>
        <${Icon} name="attach" />
      </button>
      <button type="button" class="icon-button send-button" data-role="send" aria-label=${t('send')} disabled=${text.trim() === ''} onClick=${send}>
        <${Icon} name="send" />
      </button>
    </div>
    ${keyboard && showsKeyboard && html`<${ReplyKeyboard} keyboard=${keyboard} controls=${controls} />`}
  </div>`
}

/** A new keyboard opens by itself, as on a phone. @param {unknown} keyboard @returns {[boolean, (isShown: boolean) => void]} */
function useShownKeyboard(keyboard) {
  const [isShown, show] = useState(true)
  useEffect(() => {
    if (keyboard) show(true)
  }, [keyboard])
  return [isShown, show]
}

/** @param {import('./controls.js').Aim | null} aim @param {{ current: HTMLTextAreaElement | null }} composer @param {(text: string) => void} setText */
function useAim(aim, composer, setText) {
  const wasEditing = useRef(false)
  useEffect(() => {
    if (aim?.mode === 'edit') setText(aim.message.text ?? '')
    else if (wasEditing.current) setText('')
    wasEditing.current = aim?.mode === 'edit'
    if (aim) composer.current?.focus()
  }, [aim])
}

/** As tall as what is written in it, up to six lines. @param {HTMLTextAreaElement | null} field */
function fit(field) {
  if (!field) return
  field.style.height = 'auto'
  field.style.height = `${Math.min(field.scrollHeight, 140)}px`
}

/** @param {{ aim: import('./controls.js').Aim, controls: import('./controls.js').Controls }} props */
const AimBar = ({ aim, controls }) => html`
  <div class="aim-bar">
    <${Icon} name=${aim.mode === 'edit' ? 'edit' : 'reply'} />
    <span><b>${controls.t(aim.mode === 'edit' ? 'editing' : 'replying')}</b><small>${snippetOf(aim.message, controls.t)}</small></span>
    <button type="button" class="icon-button" aria-label=${controls.t('cancel')} onClick=${() => controls.aim(null)}><${Icon} name="close" /></button>
  </div>
`

/** @param {import('./store.js').PhoneState} phone @param {import('./controls.js').Controls} controls @param {Element} anchor @returns {import('./menus.js').OpenMenu} */
function commandMenu(phone, controls, anchor) {
  const items = phone.commands.map(({ command, description }) => ({
    label: `/${command}`,
    hint: description,
    run: () => void controls.act('type', { text: `/${command}` }),
  }))
  return { label: controls.t('commands'), anchor, items }
}
