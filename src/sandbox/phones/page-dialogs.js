import { useState } from 'preact/hooks'
import { addPhone, reset } from './api.js'
import { ClockDialog } from './clock.js'
import { Dialog, Field, Question } from './dialogs.js'
import { html } from './dom.js'
import { phoneLanguages } from './phone-menu.js'
import { useWords } from './words.js'

/** The dialogs that belong to no single phone. @param {{ name: string, onClose(): void }} props */
export function PageDialog({ name, onClose }) {
  if (name === 'clock') return html`<${ClockDialog} onClose=${onClose} />`
  if (name === 'reset') return html`<${Reset} onClose=${onClose} />`
  return html`<${AddPhone} onClose=${onClose} />`
}

/** @param {{ onClose(): void }} props */
function Reset({ onClose }) {
  const { t } = useWords()
  return html`<${Question} label=${t('resetQuestion')} words=${t('resetWords')} yes=${t('resetNow')} no=${t('cancel')} isGrave onYes=${() => void reset()} onClose=${onClose} />`
}

/** @param {{ onClose(): void }} props */
function AddPhone({ onClose }) {
  const { t } = useWords()
  const [firstName, setFirstName] = useState('')
  const [lastName, setLastName] = useState('')
  const [phoneNumber, setPhoneNumber] = useState('')
  const [languageCode, setLanguage] = useState('tr')
  const submit = () => {
    onClose()
    void addPhone({
      firstName,
      label: [firstName, lastName].filter(Boolean).join(' '),
      ...(lastName && { lastName }),
      ...(languageCode && { languageCode }),
      ...(phoneNumber && { phoneNumber: phoneNumber.replace(/\D/g, '') }),
    })
  }
  const actions = html`
    <button type="button" class="plain-button" onClick=${onClose}>${t('cancel')}</button>
    <button type="submit" class="main-button">${t('add')}</button>
  `
  return html`<${Dialog} label=${t('addPhone')} onClose=${onClose} onSubmit=${submit} actions=${actions}>
    <${Field} label=${t('firstName')} value=${firstName} onInput=${setFirstName} isRequired isFirst />
    <${Field} label=${t('lastName')} value=${lastName} onInput=${setLastName} />
    <${Field} label=${t('phoneNumber')} value=${phoneNumber} onInput=${setPhoneNumber} type="tel" placeholder="+90 555 123 4567" />
    <label class="field"><span>${t('phoneLanguage')}</span>
      <select value=${languageCode} onChange=${(/** @type {any} */ { target }) => setLanguage(target.value)}>
        ${phoneLanguages({ t }).map(({ code, name }) => html`<option value=${code ?? ''}>${name}</option>`)}
      </select>
    </label>
  <//>`
}
