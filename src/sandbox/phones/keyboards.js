import { classes, html } from './dom.js'
import { icon } from './icons.js'
import { usePhone } from './phone-tools.js'
import { LocationDialog, OwnContactDialog } from './sharing.js'
import { useWords } from './words.js'

/** The buttons under a message. A pressed one spins until the bot answers it; `spinning` are their data. */
export function InlineKeyboard({ messageId, rows, spinning }) {
  const { say } = useWords()
  const tools = usePhone()
  return html`<div class="inline-keyboard">
    ${rows.map(
      (row, rowIndex) =>
        html`<div class="button-row">
          ${row.map((button, column) => {
            const isSpinning = 'callback_data' in button && spinning.includes(button.callback_data)
            const place = { messageId, row: rowIndex, column }
            return html`<button
              type="button"
              class=${classes('inline-button', button.style && `is-${button.style}`)}
              aria-busy=${isSpinning}
              onClick=${() => !isSpinning && pressInline(button, place, tools, say)}
            >
              <span>${button.text}</span>${isSpinning ? spinner : markOf(button)}
            </button>`
          })}
        </div>`,
    )}
  </div>`
}

const spinner = html`<span class="spinner" aria-hidden="true"></span>`

function markOf(button) {
  if ('url' in button) return html`<span class="button-mark">${icon('external')}</span>`
  return 'copy_text' in button ? html`<span class="button-mark">${icon('copy')}</span>` : null
}

function pressInline(button, place, { press, openLink, copy, toast }, say) {
  if ('callback_data' in button) void press(place)
  else if ('url' in button) openLink(button.url)
  else if ('copy_text' in button) void copy(button.copy_text.text)
  else toast(say('button.unsupported'))
}

/** The bot's keyboard below the chat. */
export function ReplyKeyboard({ markup }) {
  const { say } = useWords()
  const tools = usePhone()
  return html`<div class="reply-keyboard" role="group" aria-label=${say('keyboard')}>
    ${markup.keyboard.map(
      (row) =>
        html`<div class="button-row">
          ${row.map(
            (button) =>
              html`<button
                type="button"
                class=${classes('reply-button', button.style && `is-${button.style}`)}
                onClick=${() => pressReply(button, tools, say)}
              >
                ${button.request_contact && icon('contact')}${button.request_location && icon('place')}
                <span>${labelOf(button)}</span>
              </button>`,
          )}
        </div>`,
    )}
  </div>`
}

const labelOf = (button) => (typeof button === 'string' ? button : button.text)

function pressReply(button, { act, ask, toast }, say) {
  if (button.request_contact) ask(OwnContactDialog)
  else if (button.request_location) ask(LocationDialog, { isAsked: true })
  else if (
    ['web_app', 'request_users', 'request_chat', 'request_poll'].some((kind) =>
      Object.hasOwn(Object(button), kind),
    )
  )
    toast(say('button.unsupported'))
  else void act('type', { text: labelOf(button) })
}
