import { html } from './dom.js'
import { hueOf, nameOf } from './people.js'
import { usePart } from './store.js'
import { useWords } from './words.js'

/** Choosing the one phone that is shown; arrows go from tab to tab. @param {{ ids: number[], current: number, onChoose(id: number): void }} props */
export function PhoneTabs({ ids, current, onChoose }) {
  const { t } = useWords()
  const onKeyDown = (/** @type {any} */ event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[/** @type {string} */ (event.key)]
    if (!step) return
    event.preventDefault()
    const next = ids.at((ids.indexOf(current) + step) % ids.length)
    if (next === undefined) return
    onChoose(next)
    event.currentTarget.querySelector(`#tab-${next}`)?.focus()
  }
  return html`<div class="tabs" role="tablist" aria-label=${t('phones')} onKeyDown=${onKeyDown}>
    ${ids.map((id) => html`<${Tab} key=${id} id=${id} isCurrent=${id === current} onChoose=${onChoose} />`)}
  </div>`
}

/** @param {{ id: number, isCurrent: boolean, onChoose(id: number): void }} props */
function Tab({ id, isCurrent, onChoose }) {
  const phone = usePart((state) => state.phones[id])
  if (!phone) return null
  return html`<button
    type="button"
    id=${`tab-${id}`}
    class="tab"
    role="tab"
    aria-selected=${isCurrent}
    aria-controls="stage"
    tabindex=${isCurrent ? 0 : -1}
    style=${`--hue: ${hueOf(id)}`}
    onClick=${() => onChoose(id)}
  >
    <span class="tab__sign" aria-hidden="true">${nameOf(phone).slice(0, 1)}</span>${nameOf(phone)}
  </button>`
}
