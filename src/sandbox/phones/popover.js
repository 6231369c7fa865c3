import { useLayoutEffect, useRef } from 'preact/hooks'
import { classes, html } from './dom.js'
import { keepInside } from './focus.js'
import { icon } from './icons.js'

const gap = 6

/** Shows an element above everything, beside its anchor and inside the window, until Esc or a tap elsewhere. */
function usePopover(anchor, onClose) {
  const ref = useRef(null)
  useLayoutEffect(() => {
    const popover = ref.current
    const onToggle = ({ newState }) => newState === 'closed' && onClose()
    popover.addEventListener('toggle', onToggle)
    // With its source known, a tap on the anchor is not also a tap elsewhere.
    popover.showPopover({ source: anchor })
    place(popover, anchor)
    const first = popover.querySelector('[autofocus], [role^=menuitem], button, input, select')
    first?.focus({ preventScroll: true })
    return () => popover.removeEventListener('toggle', onToggle)
  }, [])
  return ref
}

function place(popover, anchor) {
  const { left, right, top, bottom } = anchor.getBoundingClientRect()
  const { offsetWidth: width, offsetHeight: height } = popover
  const fitsBelow = bottom + gap + height <= innerHeight
  const y = fitsBelow ? bottom + gap : top - gap - height
  const x = left + width <= innerWidth - gap ? left : right - width
  popover.style.left = `${clamp(x, innerWidth - width - gap)}px`
  popover.style.top = `${clamp(y, innerHeight - height - gap)}px`
}

const clamp = (value, most) => Math.max(gap, Math.min(value, most))

/** A small dialog beside what opened it: the focus stays inside, Esc closes it, and the opener has the focus again. */
export function Panel({ anchor, label, onClose, children }) {
  const ref = usePopover(anchor, () => {
    const hadFocus = ref.current?.contains(document.activeElement) || document.activeElement === document.body
    if (hadFocus) anchor.focus({ preventScroll: true })
    onClose()
  })
  return html`<div
    ref=${ref}
    class="popover panel"
    popover="auto"
    role="dialog"
    aria-label=${label}
    onKeyDown=${keepInside}
  >
    ${children}
  </div>`
}

/** A menu: `items` are `{ label, hint?, icon?, isDangerous?, isChosen?, onSelect }`. */
export function Menu({ anchor, label, items, onClose }) {
  const ref = usePopover(anchor, onClose)
  const select = (item) => {
    ref.current.hidePopover()
    anchor.focus({ preventScroll: true })
    onClose()
    item.onSelect()
  }
  return html`<div
    ref=${ref}
    class="popover menu"
    popover="auto"
    role="menu"
    aria-label=${label}
    onKeyDown=${walk}
  >
    ${items.map(
      (item) =>
        html`<button
          type="button"
          role=${item.isChosen === undefined ? 'menuitem' : 'menuitemradio'}
          aria-checked=${item.isChosen}
          tabindex="-1"
          class=${classes('menu-item', item.isDangerous && 'is-dangerous')}
          onClick=${() => select(item)}
        >
          ${item.icon && icon(item.icon)}
          <span>${item.label}${item.hint && html`<small>${item.hint}</small>`}</span>
          ${item.isChosen && icon('check')}
        </button>`,
    )}
  </div>`
}

const steps = { ArrowDown: 1, ArrowUp: -1 }

function walk(event) {
  const { key, currentTarget } = event
  const items = [...currentTarget.querySelectorAll('[role^=menuitem]')]
  const current = items.indexOf(document.activeElement)
  if (key === 'Tab') return currentTarget.hidePopover()
  const next = key === 'Home' ? 0 : key === 'End' ? items.length - 1 : current + (steps[key] ?? NaN)
  if (Number.isNaN(next)) return
  event.preventDefault()
  items[(next + items.length) % items.length]?.focus()
}
