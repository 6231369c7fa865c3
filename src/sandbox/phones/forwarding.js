import { perform } from './api.js'
import { avatar } from './avatars.js'
import { Dialog } from './dialog.js'
import { html } from './dom.js'
import { fullNameOf } from './people.js'
import { usePhone } from './phone-tools.js'
import { read } from './store.js'
import { useWords } from './words.js'

/** Chooses the phone from which a message, or an album, is forwarded to the bot. */
export function ForwardDialog({ messages, who, onClose }) {
  const { say } = useWords()
  const { userId, toast, tell } = usePhone()
  const targets = Object.values(read().phones).filter(({ started, deleted }) => started && !deleted)
  const forwardTo = async (phone) => {
    onClose()
    const album = messages.length > 1 ? { album: String(1 + Math.floor(Math.random() * 1e12)) } : {}
    try {
      for (const { id } of messages)
        await perform(phone.user.id, 'forward', { fromUserId: userId, messageId: id, ...album })
      toast(say('forward.done', { name: phone.label }))
    } catch (error) {
      tell(error)
    }
  }
  return html`<${Dialog} title=${say('forward.to')} who=${who} onClose=${onClose}>
    <div class="choices">
      ${targets.map(
        (phone) =>
          html`<button type="button" class="choice" onClick=${() => forwardTo(phone)}>
            ${avatar(fullNameOf(phone), phone.user.id)}<span>${phone.label}</span>
          </button>`,
      )}
    </div>
  <//>`
}
