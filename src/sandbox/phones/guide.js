import { html } from './dom.js'
import { icon } from './icons.js'
import { castOf, fullNameOf, phonesOnTable } from './people.js'
import { prefer } from './preferences.js'
import { usePart } from './store.js'
import { useIsNarrow } from './tabs.js'
import { useWords } from './words.js'

/** Whether the guide is shown: until somebody closes it, and where there is little room until the story has begun. */
export function useGuide() {
  const guide = usePart((state) => state.guide)
  const phones = usePart((state) => state.phones)
  const isNarrow = useIsNarrow()
  if (guide !== 'auto') return guide === 'open'
  return !isNarrow || !hasBegun(phones)
}

/** Somebody has begun the story when a representative has started the bot. */
export const hasBegun = (phones) =>
  Object.values(phones).some(({ role, started }) => role === 'representative' && started)

/** For who comes for the first time: what this is, and what to tap first. */
export function Guide() {
  const { say, language } = useWords()
  const phones = usePart((state) => state.phones)
  const hidden = usePart((state) => state.hidden)
  const isShown = useGuide()
  const { coordinator, representative } = castOf(phonesOnTable(phones, hidden, language))
  if (!isShown || !coordinator || !representative) return null
  return html`<section class="guide" aria-labelledby="guide-title">
    <div class="guide-intro">
      <h2 id="guide-title">${say('guide.title')}</h2>
      <p>${say('guide.what')}</p>
    </div>
    <ol>
      <li>${say('guide.apply', { name: fullNameOf(representative) })}</li>
      <li>${say('guide.decide', { name: fullNameOf(coordinator) })}</li>
      <li>${say('guide.clock')}</li>
    </ol>
    <p class="guide-keys">${say('guide.keys')}</p>
    <button
      type="button"
      class="icon-button"
      aria-label=${`${say('close')}: ${say('guide')}`}
      onClick=${() => prefer({ guide: 'closed' })}
    >
      ${icon('close')}
    </button>
  </section>`
}
