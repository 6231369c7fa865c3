import { useEffect, useId, useState } from 'preact/hooks'
import { html } from './dom.js'
import { useWords } from './words.js'

/** The commands that a text may be going to be. */
export const suggestionsFor = (text, commands) =>
  /^\/\w*$/.test(text)
    ? commands.filter(({ command }) => command.startsWith(text.slice(1).toLowerCase()))
    : []

/** Which suggestion is chosen, and what the keys do with it: `onKeyDown` tells whether it has used the key. */
export function useSuggestions(commands, onChoose) {
  const [index, setIndex] = useState(-1)
  const shape = commands.map(({ command }) => command).join()
  useEffect(() => setIndex(-1), [shape])
  const onKeyDown = ({ key }) => {
    if (commands.length === 0) return false
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      const step = key === 'ArrowDown' ? 1 : index < 0 ? 0 : -1
      setIndex((index + step + commands.length) % commands.length)
      return true
    }
    if (key !== 'Enter' && key !== 'Tab') return false
    const chosen = commands[index]
    if (chosen) onChoose(chosen.command)
    return chosen !== undefined
  }
  return { commands, index, onChoose, onKeyDown }
}

export function Suggestions({ commands, index, onChoose }) {
  const { say } = useWords()
  const id = useId()
  if (commands.length === 0) return null
  return html`<span class="unseen" aria-live="polite"
      >${commands[index] && `/${commands[index].command} ${commands[index].description}`}</span
    >
    <div class="suggestions" role="listbox" aria-label=${say('commands.list')}>
      ${commands.map(
        ({ command, description }, at) =>
          html`<button
            type="button"
            id=${`${id}-${at}`}
            class="suggestion"
            role="option"
            tabindex="-1"
            aria-selected=${at === index}
            onClick=${() => onChoose(command)}
          >
            <b>/${command}</b><span>${description}</span>
          </button>`,
      )}
    </div>`
}
