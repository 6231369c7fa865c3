import { useRef, useState } from 'preact/hooks'
import { moveClock } from './api.js'
import { Field } from './dialog.js'
import { html } from './dom.js'
import { icon } from './icons.js'
import { showClock } from './live.js'
import { asFieldValue, sandboxNow, shortDayOf, timeOf, tomorrowAt, useSandboxNow } from './moments.js'
import { Panel } from './popover.js'
import { refusalIn, useWords } from './words.js'

const jumps = [
  ['clock.minutes', () => ({ byMinutes: 10 })],
  ['clock.hour', () => ({ byMinutes: 60 })],
  ['clock.day', () => ({ byMinutes: 24 * 60 })],
  ['clock.morning', () => ({ to: tomorrowAt(7, 30).toISOString() })],
]

/** The sandbox's clock, which the bot obeys: it shows the time, and a tap moves it. */
export function Clock() {
  const { say, language } = useWords()
  const now = useSandboxNow()
  const button = useRef(null)
  const [isOpen, open] = useState(false)
  const { isMoving, problem, move } = useMove()
  return html`<div class="clock" role="group" aria-label=${say('clock')}>
    <button
      ref=${button}
      type="button"
      class="clock-face"
      data-role="clock"
      aria-haspopup="dialog"
      aria-expanded=${isOpen}
      aria-busy=${isMoving}
      title=${say('clock')}
      onClick=${() => open(!isOpen)}
    >
      ${icon('clock')}<time datetime=${now.toISOString()}
        ><b>${timeOf(now, language)}</b> <span>${shortDayOf(now, language)}</span></time
      >
    </button>
    <${Jumps} move=${move} isMoving=${isMoving} extra="is-inline" />
    ${
      isOpen &&
      html`<${Panel} anchor=${button.current} label=${say('clock')} onClose=${() => open(false)}>
        <h2>${say('clock')}</h2>
        <p>${say('clock.obeyed')} ${say('clock.forward')}</p>
        <${Jumps} move=${move} isMoving=${isMoving} />
        <${ExactMoment} move=${move} isMoving=${isMoving} />
        <p class="problem" role="alert">${problem}</p>
      <//>`
    }
  </div>`
}

const Jumps = ({ move, isMoving, extra = '' }) => {
  const { say } = useWords()
  return html`<div class=${`jumps ${extra}`}>
    ${jumps.map(
      ([key, to]) =>
        html`<button type="button" class="chip" disabled=${isMoving} onClick=${() => move(to())}>
          ${say(key)}
        </button>`,
    )}
  </div>`
}

function ExactMoment({ move, isMoving }) {
  const { say } = useWords()
  const set = (event) => {
    event.preventDefault()
    const { moment } = Object.fromEntries(new FormData(event.currentTarget))
    // The field knows minutes only: the one that is running means now.
    const chosen = Math.max(new Date(moment).getTime(), sandboxNow().getTime() + 1000)
    void move({ to: new Date(chosen).toISOString() })
  }
  return html`<form class="exact-moment" onSubmit=${set}>
    <${Field}
      label=${say('clock.exact')}
      name="moment"
      type="datetime-local"
      required
      min=${asFieldValue(sandboxNow())}
      value=${asFieldValue(sandboxNow())}
    />
    <button type="submit" class="button is-main" disabled=${isMoving}>${say('clock.set')}</button>
  </form>`
}

/** Moves the clock; what falls due in between is done before it stands. */
function useMove() {
  const words = useWords()
  const [isMoving, setMoving] = useState(false)
  const [problem, setProblem] = useState('')
  async function move(to) {
    setMoving(true)
    setProblem('')
    try {
      showClock((await moveClock(to)).now)
    } catch (error) {
      setProblem(refusalIn(words, error))
    }
    setMoving(false)
  }
  return { isMoving, problem, move }
}
