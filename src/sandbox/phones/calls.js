import { useState } from 'preact/hooks'
import { html, classes } from './dom.js'
import { Icon } from './icons.js'
import { usePart } from './store.js'
import { useWords } from './words.js'

const drawnAtMost = 200

/** What the bot has asked of the Bot API, newest first. @param {{ onClose(): void }} props */
export function CallsDrawer({ onClose }) {
  const { t, language } = useWords()
  const calls = usePart((state) => state.calls)
  const phones = usePart((state) => state.phones)
  const [chat, setChat] = useState('')
  const [onlyErrors, setOnlyErrors] = useState(false)
  const shown = calls
    .filter((call) => (chat === '' || String(call.chatId) === chat) && (!onlyErrors || !call.ok))
    .filter(({ method, ok }) => method !== 'getUpdates' || !ok) // waiting is no news
    .slice(-drawnAtMost)
    .reverse()
  const onKeyDown = (/** @type {KeyboardEvent} */ { key }) => key === 'Escape' && onClose()
  return html`<aside class="calls" aria-label=${t('calls')} data-role="calls" onKeyDown=${onKeyDown}>
    <div class="calls__head">
      <h2>${t('calls')}</h2>
      <button type="button" class="icon-button" aria-label=${t('closeCalls')} onClick=${onClose}><${Icon} name="close" /></button>
    </div>
    <div class="calls__filters">
      <label class="field"><span>${t('filterByPhone')}</span>
        <select value=${chat} onChange=${(/** @type {any} */ { target }) => setChat(target.value)}>
          <option value="">${t('allPhones')}</option>
          ${Object.values(phones).map(({ user, label }) => html`<option value=${String(user.id)}>${label}</option>`)}
        </select>
      </label>
      <label class="check"><input type="checkbox" checked=${onlyErrors} onChange=${(/** @type {any} */ { target }) => setOnlyErrors(target.checked)} />${t('onlyErrors')}</label>
    </div>
    <div class="calls__list" tabindex="0" role="region" aria-label=${t('calls')}>
      ${shown.length === 0
        ? html`<p class="faint">${t('noCalls')}</p>`
        : html`<table>
            <thead><tr><th scope="col">${t('method')}</th><th scope="col">${t('chat')}</th><th scope="col">${t('outcome')}</th><th scope="col">ms</th></tr></thead>
            <tbody>${shown.map((call) => html`<${Call} key=${call.id} call=${call} who=${whoOf(phones[call.chatId ?? 0], call.chatId)} language=${language} />`)}</tbody>
          </table>`}
    </div>
  </aside>`
}

/** @param {import('./store.js').PhoneState | undefined} phone @param {number | undefined} chatId */
const whoOf = (phone, chatId) => phone?.user.first_name || phone?.label || (chatId === undefined ? '–' : String(chatId))

/** @param {{ call: import('./store.js').LoggedCall, who: string, language: string }} props */
const Call = ({ call, who, language }) => html`
  <tr class=${classes(!call.ok && 'call--refused')}>
    <td><b>${call.method}</b><small>${new Date(call.at).toLocaleTimeString(language, { hourCycle: 'h23' })}</small></td>
    <td>${who}</td>
    <td><span class="badge">${call.ok ? 'ok' : 'error'}</span>${call.description && html`<small>${call.description}</small>`}</td>
    <td class="number">${call.milliseconds}</td>
  </tr>
`
