import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { CallRow } from './call-row.js'
import { Choice } from './dialog.js'
import { html } from './dom.js'
import { keepInside } from './focus.js'
import { icon } from './icons.js'
import { usePart } from './store.js'
import { useWords } from './words.js'

const noFilter = { phone: '', method: '', showsPolling: false, onlyRefused: false }

/** The drawer with what the bot asked of Telegram, newest first. */
export function CallsDrawer({ onClose }) {
  const { say } = useWords()
  const calls = usePart((state) => state.calls)
  const phones = usePart((state) => state.phones)
  const drawer = useRef(null)
  const [filter, setFilter] = useState(noFilter)
  useEffect(() => {
    const opener = document.activeElement
    drawer.current.focus()
    return () => opener?.isConnected && opener.focus()
  }, [])
  const shown = useMemo(() => calls.filter(passing(filter)).toReversed(), [calls, filter])
  const said = useRef('')
  useEffect(() => {
    said.current.textContent = filter === noFilter ? '' : say('calls.count', { count: shown.length })
  }, [filter])
  // Where there is no room beside the phones it lies over them, and then the focus may not go behind it.
  const onKeyDown = (event) => {
    if (event.key === 'Escape') onClose()
    else if (getComputedStyle(event.currentTarget).position === 'fixed') keepInside(event)
  }
  return html`<aside
    ref=${drawer}
    class="calls"
    tabindex="-1"
    aria-label=${say('calls')}
    onKeyDown=${onKeyDown}
  >
    <header class="calls-head">
      <h2>${say('calls')}</h2>
      <button type="button" class="icon-button" aria-label=${say('close')} onClick=${onClose}>
        ${icon('close')}
      </button>
    </header>
    <${Filter} filter=${filter} onFilter=${setFilter} calls=${calls} phones=${phones} />
    <p ref=${said} class="unseen" role="status"></p>
    <div class="calls-body">
      ${shown.length === 0 ? html`<p class="calls-none">${say('calls.none')}</p>` : html`<${CallsTable} calls=${shown} phones=${phones} />`}
    </div>
  </aside>`
}

const passing =
  ({ phone, method, showsPolling, onlyRefused }) =>
  (call) =>
    (showsPolling || method !== '' || call.method !== 'getUpdates') &&
    (method === '' || call.method === method) &&
    (phone === '' || String(call.chatId ?? 'none') === phone) &&
    !(onlyRefused && call.ok)

function Filter({ filter, onFilter, calls, phones }) {
  const { say } = useWords()
  const set = (name) => (value) => onFilter({ ...filter, [name]: value })
  const people = Object.values(phones).map(({ user, label }) => [String(user.id), label])
  const methods = [...new Set(calls.map(({ method }) => method))].sort()
  return html`<div class="calls-filter">
    <div class="field-pair">
      <${Choice}
        label=${say('calls.phone')}
        value=${filter.phone}
        options=${[['', say('calls.anyPhone')], ...people, ['none', say('calls.noPhone')]]}
        onChange=${(event) => set('phone')(event.target.value)}
      />
      <${Choice}
        label=${say('calls.method')}
        value=${filter.method}
        options=${[['', say('calls.anyMethod')], ...methods.map((method) => [method, method])]}
        onChange=${(event) => set('method')(event.target.value)}
      />
    </div>
    <${Toggle} label=${say('calls.polling')} isOn=${filter.showsPolling} onToggle=${set('showsPolling')} />
    <${Toggle} label=${say('calls.failed')} isOn=${filter.onlyRefused} onToggle=${set('onlyRefused')} />
  </div>`
}

export const Toggle = ({ label, isOn, onToggle }) => html`
  <label class="toggle">
    <input type="checkbox" checked=${isOn} onChange=${(event) => onToggle(event.target.checked)} /><span
      >${label}</span
    >
  </label>
`

function CallsTable({ calls, phones }) {
  const { say } = useWords()
  return html`<table aria-label=${say('calls')}>
    <thead>
      <tr>
        <th scope="col">${say('calls.time')}</th>
        <th scope="col">${say('calls.method')}</th>
        <th scope="col">${say('calls.took')}</th>
      </tr>
    </thead>
    <tbody>
      ${calls.map((call) => html`<${CallRow} key=${call.id} call=${call} who=${phones[call.chatId]?.label ?? call.chatId} />`)}
    </tbody>
  </table>`
}
