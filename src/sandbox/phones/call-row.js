import { useId, useState } from 'preact/hooks'
import { getCall } from './api.js'
import { classes, html } from './dom.js'
import { icon } from './icons.js'
import { refusalIn, useWords } from './words.js'

/** One call in the log; a tap shows what the bot sent and what it was answered. */
export function CallRow({ call, who }) {
  const { say, language, has } = useWords()
  const id = useId()
  const [inFull, show] = useState(null)
  const [problem, setProblem] = useState('')
  async function toggle() {
    if (inFull) return show(null)
    await getCall(call.id).then(show, (error) => setProblem(refusalIn({ say, has }, error)))
  }
  return html`<tr class=${classes(!call.ok && 'is-refused')}>
      <td>${new Date(call.at).toLocaleTimeString(language, { hourCycle: 'h23' })}</td>
      <td>
        <button
          type="button"
          class="call-name"
          aria-expanded=${inFull !== null}
          aria-controls=${inFull ? id : undefined}
          onClick=${toggle}
        >
          <code>${call.method}</code>${icon('chevron')}
        </button>
        ${who !== undefined && html`<small>${who}</small>`}
        ${!call.ok && html`<em><span class="unseen">${say('calls.refused')}: </span>${call.description}</em>`}
        ${problem && html`<em role="alert">${problem}</em>`}
      </td>
      <td>${new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(call.milliseconds)} ms</td>
    </tr>
    ${
      inFull &&
      html`<tr id=${id} class="call-in-full">
        <td colspan="3">
          <b>${say('calls.sent')}</b>
          <pre tabindex="0" aria-label=${say('calls.sent')}>
${JSON.stringify(inFull.parameters, null, 2)}</pre>
          <b>${say('calls.answered')}</b>
          <pre tabindex="0" aria-label=${say('calls.answered')}>
${JSON.stringify(inFull.answer, null, 2)}</pre>
        </td>
      </tr>`
    }`
}
