import { useRef, useState } from 'preact/hooks'
import { avatar } from './avatars.js'
import { Toggle } from './calls.js'
import { AddDialog, ResetDialog } from './bar-dialogs.js'
import { Clock } from './clock.js'
import { html } from './dom.js'
import { useGuide } from './guide.js'
import { icon } from './icons.js'
import { fullNameOf } from './people.js'
import { Menu, Panel } from './popover.js'
import { prefer } from './preferences.js'
import { usePart } from './store.js'
import { languages, useWords } from './words.js'

/** Above the phones: what this is, its clock, and what can be done with it as a whole. */
export function Bar({ isLogOpen, onLog }) {
  const { say } = useWords()
  const [dialog, ask] = useState(null)
  const close = () => ask(null)
  return html`<header class="bar">
    <p class="banner">
      ${icon('shield')}<span class="is-long">${say('banner')}</span
      ><span class="is-short">${say('banner.short')}</span>
    </p>
    <div class="bar-row">
      <h1 class="brand">
        <img src="/sandbox/page/icon.svg" alt="" width="30" height="30" /><span>Heyet</span
        ><small>${say('sandbox')}</small>
      </h1>
      <${Clock} />
      <div class="tools">
        <${PhonesButton} onAdd=${() => ask('add')} />
        <button
          type="button"
          class="tool"
          data-role="calls"
          aria-expanded=${isLogOpen}
          aria-label=${say('calls')}
          title=${say('calls')}
          onClick=${onLog}
        >
          ${icon('log')}<span>${say('calls')}</span>
        </button>
        <button
          type="button"
          class="tool"
          data-role="reset"
          aria-label=${say('reset')}
          title=${say('reset')}
          onClick=${() => ask('reset')}
        >
          ${icon('reset')}<span>${say('reset')}</span>
        </button>
        <${GuideButton} />
        <${LanguageButton} />
        <${ThemeButton} />
      </div>
    </div>
    ${dialog === 'reset' && html`<${ResetDialog} onClose=${close} />`}
    ${dialog === 'add' && html`<${AddDialog} onClose=${close} />`}
  </header>`
}

function GuideButton() {
  const { say } = useWords()
  const isOpen = useGuide()
  return html`<button
    type="button"
    class="tool"
    data-role="guide"
    aria-label=${say('guide')}
    aria-expanded=${isOpen}
    title=${say('guide')}
    onClick=${() => prefer({ guide: isOpen ? 'closed' : 'open' })}
  >
    ${icon('help')}
  </button>`
}

/** A button of the bar that opens something beside it. */
function Opener({ role, label, sign, words, children }) {
  const button = useRef(null)
  const [isOpen, open] = useState(false)
  return html`<button
      ref=${button}
      type="button"
      class="tool"
      data-role=${role}
      aria-label=${words ? `${label}: ${words}` : label}
      title=${label}
      aria-haspopup="true"
      aria-expanded=${isOpen}
      onClick=${() => open(!isOpen)}
    >
      ${icon(sign)}${words && html`<span>${words}</span>`}
    </button>
    ${isOpen && children({ anchor: button.current, label, onClose: () => open(false) })}`
}

function PhonesButton({ onAdd }) {
  const { say } = useWords()
  return html`<${Opener} role="phones" label=${say('phones.shown')} sign="phones" words=${say('phones')}>
    ${(panel) => html`<${PhonesPanel} ...${panel} onAdd=${onAdd} />`}
  <//>`
}

function PhonesPanel({ onAdd, ...panel }) {
  const { say } = useWords()
  const phones = Object.values(usePart((state) => state.phones))
  const hidden = usePart((state) => state.hidden)
  const show = (id) => (isOn) =>
    prefer({ hidden: isOn ? hidden.filter((each) => each !== id) : [...hidden, id] })
  const add = () => {
    panel.onClose()
    onAdd()
  }
  return html`<${Panel} ...${panel}>
    <h2>${say('phones.shown')}</h2>
    <div class="toggles">
      ${phones.map(
        (phone) =>
          html`<${Toggle}
            label=${html`${avatar(fullNameOf(phone), phone.user.id, 'is-small')} ${phone.label}`}
            isOn=${!hidden.includes(phone.user.id)}
            onToggle=${show(phone.user.id)}
          />`,
      )}
    </div>
    <button type="button" class="button" onClick=${add}>${icon('plus')} ${say('phones.add')}</button>
  <//>`
}

const themes = { system: 'system', light: 'light', dark: 'dark' }

function ThemeButton() {
  const { say } = useWords()
  const theme = usePart((state) => state.theme)
  const items = Object.entries(themes).map(([name, sign]) => ({
    label: say(`theme.${name}`),
    icon: sign,
    isChosen: name === theme,
    onSelect: () => prefer({ theme: name }),
  }))
  return html`<${Opener} role="theme" label=${say('theme')} sign=${themes[theme]}>
    ${(menu) => html`<${Menu} ...${menu} items=${items} />`}
  <//>`
}

function LanguageButton() {
  const { say, language } = useWords()
  const items = Object.entries(languages).map(([code, name]) => ({
    label: name,
    isChosen: code === language,
    onSelect: () => prefer({ language: code }),
  }))
  return html`<${Opener}
    role="language"
    label=${say('language')}
    sign="globe"
    words=${language.toUpperCase()}
  >
    ${(menu) => html`<${Menu} ...${menu} items=${items} />`}
  <//>`
}
