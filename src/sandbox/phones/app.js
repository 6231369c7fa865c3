import { render } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { Bar } from './bar.js'
import { CallsDrawer } from './calls.js'
import { html } from './dom.js'
import { follow } from './live.js'
import { Menu } from './menus.js'
import { PageDialog } from './page-dialogs.js'
import { Phone } from './phone.js'
import { recallPreferences } from './preferences.js'
import { change, usePart } from './store.js'
import { PhoneTabs } from './tabs.js'
import { useWords } from './words.js'

/** The whole page. */
function App() {
  const { t } = useWords()
  const [dialog, setDialog] = useState(/** @type {string | null} */ (null))
  const [menu, setMenu] = useState(/** @type {import('./menus.js').OpenMenu | null} */ (null))
  const [showsCalls, showCalls] = useState(false)
  useEffect(() => {
    document.title = `Heyet: ${t('sandbox')}`
  }, [t])
  return html`
    <div class="page" inert=${dialog !== null}>
      <${Bar} show=${setDialog} menu=${setMenu} toggleCalls=${() => showCalls(!showsCalls)} callsAreOpen=${showsCalls} />
      <div class="page__body">
        <${Stage} />
        ${showsCalls && html`<${CallsDrawer} onClose=${() => closeCalls(showCalls)} />`}
      </div>
    </div>
    ${menu && html`<${Menu} key=${menu.label} ...${menu} onClose=${() => setMenu(null)} />`}
    ${dialog && html`<${PageDialog} name=${dialog} onClose=${() => setDialog(null)} />`}
  `
}

/** @param {(isOpen: boolean) => void} showCalls */
function closeCalls(showCalls) {
  showCalls(false)
  const toggle = document.querySelector('[data-role="toggle-calls"]')
  if (toggle instanceof HTMLElement) toggle.focus()
}

/** All phones side by side; where there is no room for two, one at a time. */
function Stage() {
  const { t } = useWords()
  const isNarrow = useNarrow()
  const known = usePart((state) => Object.keys(state.phones).join())
  const hidden = usePart((state) => state.hidden)
  const current = usePart((state) => state.current)
  const connection = usePart((state) => state.connection)
  const ids = known.split(',').filter(Boolean).map(Number).filter((id) => !hidden.includes(id))
  if (ids.length === 0) return html`<main class="stage stage--empty"><p>${t(connection === 'live' ? 'noPhones' : 'opening')}</p></main>`
  if (!isNarrow)
    return html`<main class="stage" aria-label=${t('phones')}>${ids.map((id) => html`<${Phone} key=${id} id=${id} />`)}</main>`
  const shown = current !== null && ids.includes(current) ? current : Number(ids[0])
  return html`
    <${PhoneTabs} ids=${ids} current=${shown} onChoose=${(/** @type {number} */ id) => change({ current: id })} />
    <main class="stage stage--single" id="stage" role="tabpanel" aria-labelledby=${`tab-${shown}`}><${Phone} key=${shown} id=${shown} /></main>
  `
}

function useNarrow() {
  const query = matchMedia('(max-width: 719px)')
  const [isNarrow, setNarrow] = useState(query.matches)
  useEffect(() => {
    const look = () => setNarrow(query.matches)
    query.addEventListener('change', look)
    return () => query.removeEventListener('change', look)
  }, [])
  return isNarrow
}

recallPreferences()
follow()
render(html`<${App} />`, /** @type {HTMLElement} */ (document.getElementById('app')))
