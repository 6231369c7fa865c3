import { useState } from 'preact/hooks'
import { moveClock } from './api.js'
import { Dialog } from './dialogs.js'
import { html } from './dom.js'
import { Icon } from './icons.js'
import { showClock } from './live.js'
import { asFieldValue, dayOf, sandboxNow, shortDayOf, timeOf, tomorrowAt, useSandboxNow } from './moments.js'
import { useWords } from './words.js'

/** The sandbox's clock in the bar. @param {{ onOpen(): void }} props */
export function ClockButton({ onOpen }) {
  const { t, language } = useWords()
  const now = useSandboxNow()
  return html`<button type="button" class="bar-button clock-button" data-role="clock" aria-haspopup="dialog" aria-label=${`${t('clock')}: ${dayOf(now, language)} ${timeOf(now, language)}`} onClick=${onOpen}>
    <${Icon} name="clock" /><span class="clock-button__day">${shortDayOf(now, language)}</span><b>${timeOf(now, language)}</b>
  </button>`
}

/** Moving the clock, which the bot obeys. @param {{ onClose(): void }} props */
export function ClockDialog({ onClose }) {
  const { t, language } = useWords()
  const now = useSandboxNow()
  const [exact, setExact] = useState(() => asFieldValue(sandboxNow()))
  const { isMoving, mistake, move } = useMove()
  const jumps = /** @type {const} */ ([
    [t('plusTenMinutes'), () => move({ byMinutes: 10 })],
    [t('plusHour'), () => move({ byMinutes: 60 })],
    [t('plusDay'), () => move({ byMinutes: 24 * 60 })],
    [t('tomorrowMorning', { time: timeOf(tomorrowAt(7, 30), language) }), () => move({ to: tomorrowAt(7, 30).toISOString() })],
  ])
  const actions = html`<button type="button" class="plain-button" onClick=${onClose}>${t('close')}</button>`
  const submit = () => void move({ to: new Date(exact).toISOString() })
  return html`<${Dialog} label=${t('clock')} onClose=${onClose} onSubmit=${submit} actions=${actions}>
    <p class="clock-now" role="status"><b>${timeOf(now, language)}</b><span>${dayOf(now, language)}</span></p>
    <p class="faint">${t('clockWords', { zone: Intl.DateTimeFormat().resolvedOptions().timeZone })}</p>
    <div class="chips" aria-busy=${isMoving}>
      ${jumps.map(([words, jump]) => html`<button type="button" class="chip" disabled=${isMoving} onClick=${jump}>${words}</button>`)}
    </div>
    <div class="field-with-button">
      <label class="field"><span>${t('exactMoment')}</span>
        <input type="datetime-local" required value=${exact} onInput=${(/** @type {any} */ { target }) => setExact(target.value)} />
      </label>
      <button type="submit" class="main-button" disabled=${isMoving}>${t('setClock')}</button>
    </div>
    <p class="mistake" role="alert">${mistake}</p>
  <//>`
}

/** Moving may take a while: what falls due in between happens first. */
function useMove() {
  const [isMoving, setMoving] = useState(false)
  const [mistake, setMistake] = useState('')
  /** @param {Parameters<typeof moveClock>[0]} step */
  async function move(step) {
    setMoving(true)
    setMistake('')
    try {
      showClock((await moveClock(step)).now)
    } catch (error) {
      setMistake(error instanceof Error ? error.message : String(error))
    }
    setMoving(false)
  }
  return { isMoving, mistake, move }
}
