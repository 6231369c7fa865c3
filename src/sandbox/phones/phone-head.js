import { useRef, useState } from 'preact/hooks'
import { avatar, botAvatar } from './avatars.js'
import { html } from './dom.js'
import { icon } from './icons.js'
import { fullNameOf } from './people.js'
import { PhoneMenu } from './phone-menu.js'
import { useWords } from './words.js'

/** Above the phone: whose it is. */
export function Owner({ phone }) {
  const { say } = useWords()
  const { user, label, deleted } = phone
  const name = deleted ? say('deleted.name') : fullNameOf(phone)
  return html`<header class="owner">
    ${avatar(name, user.id, 'is-small')}
    <h2>${deleted || label.includes(user.first_name) ? label : `${name} (${label})`}</h2>
    <span class="language-tag" title=${say('settings.language')}>
      <span class="unseen">${say('settings.language')}: </span>${user.language_code ?? '–'}
    </span>
  </header>`
}

const actionKeys = {
  typing: 'action.typing',
  upload_document: 'action.upload_document',
  upload_photo: 'action.upload_photo',
}

/** The bot's name, what it is doing, and the phone's own menu. */
export function Header({ phone }) {
  const { say } = useWords()
  const button = useRef(null)
  const [isOpen, open] = useState(false)
  const { bot, action } = phone
  return html`<div class="phone-head">
    ${botAvatar()}
    <div class="phone-title">
      <b>${bot.name}</b>
      <span role="status">
        ${
          action
            ? html`<span class="typing"
                >${say(actionKeys[action] ?? 'action.other')}<i></i><i></i><i></i
              ></span>`
            : say('bot')
        }
      </span>
    </div>
    <button
      ref=${button}
      type="button"
      class="icon-button"
      data-role="phone-menu"
      aria-label=${say('settings')}
      aria-haspopup="menu"
      aria-expanded=${isOpen}
      onClick=${() => open(!isOpen)}
    >
      ${icon('dots')}
    </button>
    ${isOpen && html`<${PhoneMenu} phone=${phone} anchor=${button.current} onClose=${() => open(false)} />`}
  </div>`
}
