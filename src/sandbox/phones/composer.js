import { useEffect, useRef, useState } from 'preact/hooks'
import { AttachButton } from './attaching.js'
import { html } from './dom.js'
import { icon } from './icons.js'
import { ReplyKeyboard } from './keyboards.js'
import { usePhone } from './phone-tools.js'
import { Menu } from './popover.js'
import { previewOf } from './previews.js'
import { Suggestions, suggestionsFor, useSuggestions } from './suggestions.js'
import { goToNewest } from './walking.js'
import { useWords } from './words.js'

/** Where a person writes: the text, the commands, what can be attached, and the bot's own keyboard. */
export function Composer({ phone, composing }) {
  const { say } = useWords()
  const { act, compose } = usePhone()
  const field = useRef(null)
  const [text, setText] = useState('')
  const [isKeyboardOpen, openKeyboard] = useState(true)
  const { replyKeyboard, commands } = phone
  const suggestions = useSuggestions(suggestionsFor(text, commands), (command) => send(`/${command}`))
  useEffect(() => openKeyboard(true), [replyKeyboard])
  useEffect(() => {
    if (!composing) return
    if (composing.kind === 'edit') setText(composing.message.text)
    field.current.focus()
  }, [composing])
  const stopComposing = () => {
    if (composing?.kind === 'edit') setText('')
    compose(null)
  }
  async function send(words = text) {
    if (words.trim() === '') return
    const replyTo = composing?.kind === 'reply' ? { replyTo: composing.message.id } : {}
    const done =
      composing?.kind === 'edit'
        ? await act('edit', { messageId: composing.message.id, text: words })
        : await act('type', { text: words, ...replyTo })
    if (!done) return
    setText('')
    compose(null)
  }
  const onSubmit = (event) => {
    event.preventDefault()
    field.current.focus()
    void send()
  }
  const onKeyDown = (event) => {
    if (suggestions.onKeyDown(event)) return event.preventDefault()
    if (event.key === 'Escape' && composing) return stopComposing()
    if (event.key === 'ArrowUp' && text === '') {
      event.preventDefault()
      return goToNewest(event.currentTarget)
    }
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
    event.preventDefault()
    void send()
  }
  return html`<form class="composer" onSubmit=${onSubmit}>
    <${Suggestions} ...${suggestions} />
    ${composing && html`<${Composing} composing=${composing} botName=${phone.bot.name} onStop=${stopComposing} />`}
    <div class="composer-row">
      <${CommandsButton}
        phone=${phone}
        isSmall=${Boolean(replyKeyboard) || text !== ''}
        onChoose=${(command) => send(`/${command}`)}
      />
      <${AttachButton} />
      <textarea
        ref=${field}
        rows="1"
        data-role="composer"
        aria-label=${say('composer')}
        placeholder=${replyKeyboard?.input_field_placeholder ?? say('composer')}
        maxlength="4096"
        dir="auto"
        enterkeyhint="send"
        value=${text}
        onInput=${(event) => setText(event.target.value)}
        onKeyDown=${onKeyDown}
      ></textarea>
      ${
        replyKeyboard &&
        html`<button
          type="button"
          class="icon-button"
          aria-label=${say(isKeyboardOpen ? 'keyboard.hide' : 'keyboard.show')}
          aria-expanded=${isKeyboardOpen}
          onClick=${() => openKeyboard(!isKeyboardOpen)}
        >
          ${icon(isKeyboardOpen ? 'chevron' : 'keyboard')}
        </button>`
      }
      <button
        type="submit"
        class="icon-button send-button"
        aria-label=${say('send')}
        disabled=${text.trim() === ''}
      >
        ${icon(composing?.kind === 'edit' ? 'check' : 'send')}
      </button>
    </div>
    ${replyKeyboard && isKeyboardOpen && html`<${ReplyKeyboard} markup=${replyKeyboard} />`}
  </form>`
}

function Composing({ composing: { kind, message }, botName, onStop }) {
  const { say } = useWords()
  const title = kind === 'edit' ? say('edit') : message.from === 'bot' ? botName : say('message.you')
  return html`<div class="composing">
    ${icon(kind)}
    <span><b>${title}</b><span>${previewOf(message, say)}</span></span>
    <button type="button" class="icon-button" aria-label=${say('cancel')} onClick=${onStop}>
      ${icon('close')}
    </button>
  </div>`
}

/** When the room is needed, only its sign is shown, as in Telegram. */
function CommandsButton({ phone, isSmall, onChoose }) {
  const { say } = useWords()
  const button = useRef(null)
  const [isOpen, open] = useState(false)
  if (phone.commands.length === 0) return null
  const items = phone.commands.map(({ command, description }) => ({
    label: description,
    hint: `/${command}`,
    onSelect: () => onChoose(command),
  }))
  return html`<button
      ref=${button}
      type="button"
      class="commands-button"
      aria-haspopup="menu"
      aria-expanded=${isOpen}
      onClick=${() => open(!isOpen)}
    >
      ${icon('menu')}<span class=${isSmall ? 'unseen' : ''}>${say('commands')}</span>
    </button>
    ${
      isOpen &&
      html`<${Menu}
        anchor=${button.current}
        label=${say('commands.list')}
        items=${items}
        onClose=${() => open(false)}
      />`
    }`
}
