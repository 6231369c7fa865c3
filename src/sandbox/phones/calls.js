import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { classes, html } from './dom.js'
import { icon } from './icons.js'
import { usePart } from './store.js'
import { useWords } from './words.js'

/** The drawer with what the bot asked of Telegram, newest first. */
export function CallsDrawer({ onClose }) {
  const { say } = useWords()
  const calls = usePart((state) => state.calls)
  const phones = usePart((state) => state.phones)
  const drawer = useRef(null)
  const [showsPolling, setShowsPolling] = useState(false)
  const [onlyFailed, setOnlyFailed] = useState(false)
  useEffect(() => {
    const opener = document.activeElement
    drawer.current.focus()
    return () => opener?.isConnected && opener.focus()
  }, [])
  const shown = useMemo(
    () =>
      calls
        .filter(({ method, ok }) => (showsPolling || method !== 'getUpdates') && !(onlyFailed && ok))
        .toReversed(),
    [calls, showsPolling, onlyFailed],
  )
  return html`<aside
    ref=${drawer}
    class="calls"
    tabindex="-1"
    aria-label=${say('calls')}
    onKeyDown=${({ key }) => key === 'Escape' && onClose()}
  >
    <header class="calls-head">
      <h2>${say('calls')}</h2>
      <button type="button" class="icon-button" aria-label=${say('close')} onClick=${onClose}>
        ${icon('close')}
      </button>
    </header>
    <div class="calls-filter">
      <${Toggle} label=${say('calls.polling')} isOn=${showsPolling} onToggle=${setShowsPolling} />
      <${Toggle} label=${say('calls.failed')} isOn=${onlyFailed} onToggle=${setOnlyFailed} />
    </div>
    <div class="calls-body" tabindex="0" role="region" aria-label=${say('calls')}>
      ${shown.length === 0 ? html`<p class="calls-none">${say('calls.none')}</p>` : html`<${CallsTable} calls=${shown} phones=${phones} />`}
    </div>
  </aside>`
}

export const Toggle = ({ label, isOn, onToggle }) => html`
  <label class="toggle">
    <input type="checkbox" checked=${isOn} onChange=${(event) => onToggle(event.target.checked)} /><span
      >${label}</span
    >
  </label>
`

function CallsTable({ calls, phones }) {
  const { say, language } = useWords()
  return html`<table>
    <thead>
      <tr>
        <th scope="col">${say('calls.time')}</th>
        <th scope="col">${say('calls.method')}</th>
        <th scope="col">${say('calls.took')}</th>
      </tr>
    </thead>
    <tbody>
      ${calls.map(
        (call) =>
          html`<tr key=${call.id} class=${classes(!call.ok && 'is-refused')}>
            <td>${new Date(call.at).toLocaleTimeString(language, { hourCycle: 'h23' })}</td>
            <td>
              <code>${call.method}</code>
              ${call.chatId !== undefined && html`<small>${phones[call.chatId]?.label ?? call.chatId}</small>`}
              ${call.description && html`<em>${call.description}</em>`}
            </td>
            <td>
              ${new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(call.milliseconds)} ms
            </td>
          </tr>`,
      )}
    </tbody>
  </table>`
}
