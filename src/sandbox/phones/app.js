import { render } from 'preact'
import { useState } from 'preact/hooks'
import { Bar } from './bar.js'
import { CallsDrawer } from './calls.js'
import { classes, html } from './dom.js'
import { followFocus } from './focus.js'
import { Guide, hasBegun } from './guide.js'
import { follow } from './live.js'
import { castOf, phonesOnTable } from './people.js'
import { Phone } from './phone.js'
import { recallPreferences } from './preferences.js'
import { Shelf } from './shelf.js'
import { change, usePart } from './store.js'
import { Tabs, useIsNarrow } from './tabs.js'
import { useWords } from './words.js'

/** The page with the phones. */
function App() {
  const [isLogOpen, openLog] = useState(false)
  return html`<${Bar} isLogOpen=${isLogOpen} onLog=${() => openLog(!isLogOpen)} />
    <${Connection} />
    <main class=${classes('stage', isLogOpen && 'has-log')}>
      <div class="table">
        <${Guide} />
        <${Phones} />
      </div>
      ${isLogOpen && html`<${CallsDrawer} onClose=${() => openLog(false)} />`}
    </main>`
}

function Connection() {
  const { say } = useWords()
  const connection = usePart((state) => state.connection)
  const isSaid = connection === 'lost' || connection === 'back'
  return html`<div class=${classes('connection', isSaid && `is-${connection}`)} role="status">
    ${isSaid && html`<span>${say(connection)}</span>`}
  </div>`
}

function Phones() {
  const { say, language } = useWords()
  const connection = usePart((state) => state.connection)
  const phones = usePart((state) => state.phones)
  const hidden = usePart((state) => state.hidden)
  const chosen = usePart((state) => state.current)
  const isNarrow = useIsNarrow()
  const shown = phonesOnTable(phones, hidden, language)
  if (shown.length === 0)
    return html`<p class="nothing">
      ${say(connection === 'live' || connection === 'back' ? 'noPhones' : 'opening')}
    </p>`
  const first = castOf(shown).representative?.user.id
  const isFirst = (id) => id === first && !hasBegun(phones)
  if (!isNarrow)
    return html`<${Shelf}>
      ${shown.map(({ user }) => html`<${Phone} key=${user.id} userId=${user.id} isFirst=${isFirst(user.id)} />`)}
    <//>`
  const current = [chosen, first, shown[0].user.id].find((id) => shown.some(({ user }) => user.id === id))
  return html`<div class="phones is-single">
    <${Tabs} phones=${shown} current=${current} onChoose=${(id) => change({ current: id })} />
    ${shown.map(
      ({ user }) =>
        html`<${Phone}
          key=${user.id}
          userId=${user.id}
          id=${`phone-${user.id}`}
          role="tabpanel"
          aria-labelledby=${`tab-${user.id}`}
          isFirst=${isFirst(user.id)}
          hidden=${user.id !== current}
        />`,
    )}
  </div>`
}

recallPreferences()
const app = document.getElementById('app')
render(html`<${App} />`, app)
followFocus(app)
follow()
