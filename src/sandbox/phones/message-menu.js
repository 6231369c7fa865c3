import { useRef, useState } from 'preact/hooks'
import { html } from './dom.js'
import { ForwardDialog } from './forwarding.js'
import { icon } from './icons.js'
import { usePhone } from './phone-tools.js'
import { Menu } from './popover.js'
import { useWords } from './words.js'

/** What can be done with a message; with an album as a whole. */
export function MessageMenu({ message, album }) {
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
        items=${actionsFor(message, album, tools, say)}
        onClose=${() => open(false)}
      />`
    }`
}

function actionsFor(message, album = [message], { compose, copy, ask }, say) {
  const text = message.text ?? message.caption
  const items = [{ label: say('reply'), icon: 'reply', onSelect: () => compose({ kind: 'reply', message }) }]
  if (message.from === 'person' && message.text !== undefined && !message.forwardedFrom)
    items.push({ label: say('edit'), icon: 'edit', onSelect: () => compose({ kind: 'edit', message }) })
  items.push({
    label: say('forward'),
    icon: 'forward',
    onSelect: () => ask(ForwardDialog, { messages: album }),
  })
  if (text) items.push({ label: say('copy'), icon: 'copy', onSelect: () => void copy(text) })
  return items
}
