import { useId, useLayoutEffect, useRef } from 'preact/hooks'
import { classes, html } from './dom.js'
import { keepInside } from './focus.js'
import { icon } from './icons.js'
import { refusalIn, useWords } from './words.js'

/** A dialog that keeps the focus inside, closes with Esc, and gives the focus back. */
export function Dialog({ title, who, extra, role, onClose, children }) {
  const { say } = useWords()
  const ref = useRef(null)
  const id = useId()
  useLayoutEffect(() => {
    const opener = document.activeElement
    ref.current.showModal()
    placeOverPhone(ref.current)
    ref.current.querySelector('input:not([type=hidden]), select, textarea, .is-main')?.focus()
    return () => opener?.isConnected && opener.focus({ preventScroll: true })
  }, [])
  const onBackdrop = (event) => event.target === ref.current && ref.current.close()
  return html`<dialog
    ref=${ref}
    class=${classes('dialog', extra)}
    role=${role}
    aria-labelledby=${id}
    onClose=${onClose}
    onMouseDown=${onBackdrop}
    onKeyDown=${keepInside}
  >
    <div class="dialog-head">
      <h2 id=${id}>${title}${who && html`<small>${who}</small>`}</h2>
      <button type="button" class="icon-button" aria-label=${say('close')} onClick=${onClose}>
        ${icon('close')}
      </button>
    </div>
    ${children}
  </dialog>`
}

const edge = 12

/** A dialog of a phone lies over that phone; any other in the middle of the page. */
function placeOverPhone(dialog) {
  const screen = dialog.parentElement.closest('.phone')?.getBoundingClientRect()
  if (!screen || dialog.classList.contains('is-wide')) return
  dialog.style.width = `${Math.min(400, innerWidth - 2 * edge, screen.width - 2 * edge)}px`
  const left = screen.left + (screen.width - dialog.offsetWidth) / 2
  dialog.style.marginInlineStart = `${Math.max(edge, Math.min(left, innerWidth - dialog.offsetWidth - edge))}px`
}

/** A form in a dialog: `onSubmit` gets its fields by name; what it throws is shown, and the dialog stays. */
export function FormDialog({ title, who, submit, isDangerous, onSubmit, onClose, children }) {
  const words = useWords()
  const problem = useRef(null)
  const onFormSubmit = async (event) => {
    event.preventDefault()
    const fields = Object.fromEntries(new FormData(event.currentTarget))
    try {
      await onSubmit(fields)
      onClose()
    } catch (error) {
      if (problem.current) problem.current.textContent = refusalIn(words, error)
    }
  }
  return html`<${Dialog} title=${title} who=${who} onClose=${onClose}>
    <form class="dialog-form" onSubmit=${onFormSubmit}>
      ${children}
      <p ref=${problem} class="problem" role="alert"></p>
      <div class="dialog-foot">
        <button type="button" class="button" onClick=${onClose}>${words.say('cancel')}</button>
        <button type="submit" class=${`button ${isDangerous ? 'is-dangerous' : 'is-main'}`}>${submit}</button>
      </div>
    </form>
  <//>`
}

export const Field = ({ label, ...input }) => html`
  <label class="field"><span>${label}</span><input autocomplete="off" ...${input} /></label>
`

export const Choice = ({ label, options, ...select }) => html`
  <label class="field">
    <span>${label}</span>
    <select ...${select}>
      ${options.map(([value, name]) => html`<option value=${value} selected=${value === select.value}>${name}</option>`)}
    </select>
  </label>
`
