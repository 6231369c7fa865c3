import { ClockButton } from './clock.js'
import { html, classes } from './dom.js'
import { Icon } from './icons.js'
import { prefer } from './preferences.js'
import { read, usePart } from './store.js'
import { languages, useWords } from './words.js'

/**
 * @typedef {{ show(dialog: string): void, menu(menu: import('./menus.js').OpenMenu): void, toggleCalls(): void, callsAreOpen: boolean }} BarProps
 */

/** The sandbox's own bar: what this is, its clock, its log, and what concerns all phones. @param {BarProps} props */
export function Bar({ show, menu, toggleCalls, callsAreOpen }) {
  const { t } = useWords()
  const connection = usePart((state) => state.connection)
  /** @param {(anchor: Element) => import('./menus.js').OpenMenu} make */
  const opening = (make) => (/** @type {any} */ { currentTarget }) => menu(make(currentTarget))
  return html`<header class="bar">
    <div class="bar__row">
      <h1 class="bar__title"><span class="bar__mark" aria-hidden="true"></span>Heyet <span>${t('sandbox')}</span></h1>
      <div class="bar__tools">
        <${ClockButton} onOpen=${() => show('clock')} />
        <button type="button" class="bar-button" aria-haspopup="menu" data-role="phones" onClick=${opening((anchor) => phonesMenu(anchor, t, show))}><${Icon} name="phones" /><span>${t('phones')}</span></button>
        <button type="button" class=${classes('bar-button', callsAreOpen && 'bar-button--on')} aria-expanded=${callsAreOpen} data-role="toggle-calls" onClick=${toggleCalls}><${Icon} name="log" /><span>${t('calls')}</span></button>
        <button type="button" class="bar-button bar-button--small" aria-haspopup="menu" aria-label=${t('pageLanguage')} onClick=${opening((anchor) => languageMenu(anchor, t))}><${Icon} name="globe" /></button>
        <button type="button" class="bar-button bar-button--small" aria-haspopup="menu" aria-label=${t('theme')} onClick=${opening((anchor) => themeMenu(anchor, t))}><${ThemeIcon} /></button>
        <button type="button" class="bar-button" aria-haspopup="dialog" data-role="reset" onClick=${() => show('reset')}><${Icon} name="reset" /><span>${t('reset')}</span></button>
      </div>
    </div>
    <p class="banner"><${Icon} name="shield" /><span>${t('banner')}</span></p>
    <p class="connection" role="status">${connection === 'restarting' && html`<span><span class="spinner" aria-hidden="true"></span>${t('restarting')}</span>`}</p>
  </header>`
}

const ThemeIcon = () => html`<${Icon} name=${usePart((state) => state.theme)} />`

/** @typedef {import('./words.js').Translate} Translate */

/** Which phones are shown, and one more. @param {Element} anchor @param {Translate} t @param {(dialog: string) => void} show */
function phonesMenu(anchor, t, show) {
  const { phones, hidden } = read()
  const ids = Object.values(phones).map(({ user }) => user.id)
  const items = Object.values(phones).map(({ user: { id }, label }) => {
    const isHidden = hidden.includes(id)
    const rest = isHidden ? hidden.filter((other) => other !== id) : [...hidden, id]
    return {
      label,
      hint: t(isHidden ? 'isHidden' : 'isShown'),
      icon: /** @type {const} */ (isHidden ? 'plus' : 'check'),
      run: () => ids.some((other) => !rest.includes(other)) && prefer({ hidden: rest }),
    }
  })
  const further = { label: t('addPhone'), icon: /** @type {const} */ ('plus'), run: () => show('addPhone') }
  return { label: t('phones'), anchor, items: [...items, further] }
}

/** @param {Element} anchor @param {Translate} t */
const languageMenu = (anchor, t) => ({
  label: t('pageLanguage'),
  anchor,
  items: Object.entries(languages).map(([code, { name }]) => ({
    label: name,
    isChecked: read().language === code,
    run: () => prefer({ language: code }),
  })),
})

const themes = /** @type {const} */ (['system', 'light', 'dark'])

/** @param {Element} anchor @param {Translate} t */
const themeMenu = (anchor, t) => ({
  label: t('theme'),
  anchor,
  items: themes.map((theme) => ({
    label: t(theme),
    icon: theme,
    isChecked: read().theme === theme,
    run: () => prefer({ theme }),
  })),
})

