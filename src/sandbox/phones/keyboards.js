import { html, classes } from './dom.js'
import { Icon } from './icons.js'

/**
 * @typedef {import('./controls.js').Controls} Controls
 * @typedef {import('../verbs.ts').InlineKeyboardMarkup['inline_keyboard'][number][number]} InlineButton
 * @typedef {import('../verbs.ts').ReplyKeyboardMarkup['keyboard'][number][number]} ReplyButton
 */

/**
 * The buttons under a message. A pressed one spins until the bot answers it.
 * @param {{ messageId: number, rows: InlineButton[][], spinning: readonly string[], controls: Controls }} props
 */
export const InlineKeyboard = ({ messageId, rows, spinning, controls }) => html`
  <div class="inline-keyboard">
    ${rows.map(
      (row, rowIndex) => html`<div class="button-row">
        ${row.map((button, column) => {
          const isSpinning = 'callback_data' in button && spinning.includes(button.callback_data)
          const press = () => pressInline(button, controls, { messageId, row: rowIndex, column })
          return html`<button
            type="button"
            class=${classes('inline-button', button.style && `inline-button--${button.style}`)}
            data-role="inline-button"
            aria-busy=${isSpinning}
            onClick=${press}
          >
            <span>${button.text}</span>
            ${isSpinning ? html`<span class="spinner" aria-hidden="true"></span>` : markOf(button)}
          </button>`
        })}
      </div>`,
    )}
  </div>
`

/** @param {InlineButton} button */
function markOf(button) {
  if ('url' in button) return html`<span class="button-mark"><${Icon} name="external" /></span>`
  if ('copy_text' in button) return html`<span class="button-mark"><${Icon} name="copy" /></span>`
  return null
}

/** @param {InlineButton} button @param {Controls} controls @param {{ messageId: number, row: number, column: number }} place */
function pressInline(button, controls, place) {
  if ('callback_data' in button) void controls.act('press', place)
  else if ('url' in button) controls.followLink(button.url)
  else if ('copy_text' in button) controls.copy(button.copy_text.text)
  else if ('switch_inline_query_current_chat' in button)
    controls.draft(`@${controls.botUsername} ${button.switch_inline_query_current_chat}`)
  else controls.toast(controls.t('notInSandbox'))
}

/**
 * The keyboard below the chat, in place of the phone's own.
 * @param {{ keyboard: import('../verbs.ts').ReplyKeyboardMarkup, controls: Controls }} props
 */
export const ReplyKeyboard = ({ keyboard, controls }) => html`
  <div class="reply-keyboard" role="group" aria-label=${controls.t('replyKeyboard')} data-role="reply-keyboard">
    ${keyboard.keyboard.map(
      (row) => html`<div class="button-row">
        ${row.map((button) => {
          const style = typeof button === 'string' ? undefined : button.style
          return html`<button
            type="button"
            class=${classes('reply-button', style && `reply-button--${style}`)}
            onClick=${() => pressReply(button, controls)}
          >
            ${iconOf(button)}<span>${labelOf(button)}</span>
          </button>`
        })}
      </div>`,
    )}
  </div>
`

/** @param {ReplyButton} button */
const labelOf = (button) => (typeof button === 'string' ? button : button.text)

/** @param {ReplyButton} button @param {string} request */
const requests = (button, request) => typeof button === 'object' && request in button

/** @param {ReplyButton} button */
function iconOf(button) {
  if (requests(button, 'request_contact')) return html`<${Icon} name="contact" />`
  if (requests(button, 'request_location')) return html`<${Icon} name="place" />`
  return null
}

/** @param {ReplyButton} button @param {Controls} controls */
function pressReply(button, controls) {
  if (requests(button, 'request_contact')) controls.show('ownContact')
  else if (requests(button, 'request_location')) controls.show('location')
  else void controls.act('type', { text: labelOf(button) })
}
