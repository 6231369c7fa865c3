import { useRef, useState } from 'preact/hooks'
import { botAvatar } from './avatars.js'
import { Dialog } from './dialog.js'
import { html } from './dom.js'
import { icon } from './icons.js'
import { usePhone } from './phone-tools.js'
import { Menu } from './popover.js'
import { useWords } from './words.js'

const actionKeys = {
  typing: 'action.typing',
  upload_document: 'action.upload_document',
  upload_photo: 'action.upload_photo',
}

/** The bot's name, what it is doing, and Telegram's menu. */
export function Header({ phone }) {
  const { say } = useWords()
  const { ask } = usePhone()
  const { bot, action } = phone
  return html`<div class="phone-head">
    ${botAvatar()}
    <button type="button" class="phone-title" onClick=${() => ask(BotDialog, { bot })}>
      <b>${bot.name}</b><span class="unseen">, </span>
      <span>
        ${
          action
            ? html`<span class="typing"
                >${say(actionKeys[action] ?? 'action.other')}<i></i><i></i><i></i
              ></span>`
            : say('bot')
        }
      </span>
      <span class="unseen">, ${say('bot.info')}</span>
    </button>
    <span class="unseen" role="status">${action && say(actionKeys[action] ?? 'action.other')}</span>
    <${PhoneMenu} phone=${phone} />
  </div>`
}

function PhoneMenu({ phone }) {
  const { say } = useWords()
  const { act, ask } = usePhone()
  const button = useRef(null)
  const [isOpen, open] = useState(false)
  const blocking = phone.blocked
    ? { label: say('restart'), icon: 'reset', onSelect: () => act('start') }
    : { label: say('block'), icon: 'block', isDangerous: true, onSelect: () => act('block') }
  const items = [
    { label: say('bot.info'), icon: 'info', onSelect: () => ask(BotDialog, { bot: phone.bot }) },
    ...(phone.started && !phone.deleted ? [blocking] : []),
  ]
  return html`<button
      ref=${button}
      type="button"
      class="icon-button"
      data-role="phone-menu"
      aria-label=${say('menu')}
      aria-haspopup="menu"
      aria-expanded=${isOpen}
      onClick=${() => open(!isOpen)}
    >
      ${icon('dots')}
    </button>
    ${
      isOpen &&
      html`<${Menu}
        anchor=${button.current}
        label=${say('menu')}
        items=${items}
        onClose=${() => open(false)}
      />`
    }`
}

/** What the bot says about itself, in the words that it has published for this language. */
function BotDialog({ bot, who, onClose }) {
  const { say } = useWords()
  const { copy } = usePhone()
  const address = `https://t.me/${bot.username}`
  return html`<${Dialog} title=${say('bot.info')} who=${who} onClose=${onClose}>
    <div class="bot-card">
      ${botAvatar()}
      <div>
        <b>${bot.name}</b>
        <button type="button" class="link bot-address" onClick=${() => copy(address)}>
          @${bot.username}
        </button>
      </div>
    </div>
    ${bot.shortDescription && html`<p dir="auto">${bot.shortDescription}</p>`}
    ${bot.description && bot.description !== bot.shortDescription && html`<p dir="auto" class="soft">${bot.description}</p>`}
  <//>`
}
