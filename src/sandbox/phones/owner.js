import { useRef, useState } from 'preact/hooks'
import { avatar } from './avatars.js'
import { html } from './dom.js'
import { icon } from './icons.js'
import { fullNameOf, placeNameOf } from './people.js'
import { DeepLinkDialog, DeleteDialog, LanguageDialog, NameDialog } from './owner-dialogs.js'
import { Menu } from './popover.js'
import { prefer } from './preferences.js'
import { read } from './store.js'
import { useWords } from './words.js'

/** Above the phone, in the visitor's language: whose it is, and what can be done with it. */
export function Owner({ phone }) {
  const words = useWords()
  const { say } = words
  const { user, deleted, role, place } = phone
  const name = deleted ? say('deleted.name') : fullNameOf(phone)
  return html`<header class="owner">
    ${avatar(deleted ? phone.label : name, user.id)}
    <div class="owner-words">
      <h2>${name}</h2>
      ${
        role &&
        html`<p>
          ${say(`role.${role}`)}${place && html`<span class="owner-place"> · ${placeNameOf(place, words)}</span>`}
        </p>`
      }
    </div>
    <span class="language-tag" title=${say('settings.language')}>
      <span class="unseen">${say('settings.language')}: </span>${user.language_code ?? '–'}
    </span>
    <${OwnerMenu} phone=${phone} />
  </header>`
}

function OwnerMenu({ phone }) {
  const { say } = useWords()
  const button = useRef(null)
  const [isOpen, open] = useState(false)
  const [dialog, ask] = useState(null)
  const asking = (Shape) => () =>
    ask(html`<${Shape} phone=${phone} who=${phone.label} onClose=${() => ask(null)} />`)
  const items = [
    { label: say('settings.language'), icon: 'globe', onSelect: asking(LanguageDialog) },
    { label: say('rename'), icon: 'edit', onSelect: asking(NameDialog) },
    { label: say('deepLink'), icon: 'link', onSelect: asking(DeepLinkDialog) },
    { label: say('delete'), icon: 'trash', isDangerous: true, onSelect: asking(DeleteDialog) },
  ]
  const hide = {
    label: say('hide'),
    icon: 'hide',
    onSelect: () => prefer({ hidden: [...read().hidden, phone.user.id] }),
  }
  return html`<button
      ref=${button}
      type="button"
      class="icon-button"
      data-role="owner-menu"
      aria-label=${`${say('settings')}: ${phone.label}`}
      title=${say('settings')}
      aria-haspopup="menu"
      aria-expanded=${isOpen}
      onClick=${() => open(!isOpen)}
    >
      ${icon('sliders')}
    </button>
    ${
      isOpen &&
      html`<${Menu}
        anchor=${button.current}
        label=${say('settings')}
        items=${phone.deleted ? [hide] : [...items, hide]}
        onClose=${() => open(false)}
      />`
    }
    ${dialog}`
}
