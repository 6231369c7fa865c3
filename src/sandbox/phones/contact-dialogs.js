import { useState } from 'preact/hooks'
import { Dialog, Field, Question } from './dialogs.js'
import { html } from './dom.js'
import { fullNameOf, phoneNumberOf } from './people.js'
import { read } from './store.js'

/** @typedef {import('./phone-dialogs.js').PhoneDialogProps} PhoneDialogProps */

/** The two buttons below a form. @param {PhoneDialogProps} props @param {string} words */
export const formActions = ({ controls, onClose }, words) => html`
  <button type="button" class="plain-button" onClick=${onClose}>${controls.t('cancel')}</button>
  <button type="submit" class="main-button">${words}</button>
`

/** @param {PhoneDialogProps} props */
const OwnContact = ({ phone, controls, onClose }) => html`
  <${Question}
    label=${controls.t('shareNumber')}
    words=${controls.t('shareNumberWords', { bot: phone.bot.name, number: phoneNumberOf(phone.phoneNumber) })}
    yes=${controls.t('share')}
    no=${controls.t('cancel')}
    onYes=${() => void controls.act('shareContact')}
    onClose=${onClose}
  />
`

/** Somebody of the sandbox, or anybody. @param {PhoneDialogProps} props */
function OtherContact(props) {
  const { phone, controls, onClose } = props
  const { t } = controls
  const people = Object.values(read().phones).filter(({ user, deleted }) => user.id !== phone.user.id && !deleted)
  const [chosen, choose] = useState(String(people[0]?.user.id ?? ''))
  const [firstName, setFirstName] = useState('')
  const [lastName, setLastName] = useState('')
  const [phoneNumber, setPhoneNumber] = useState('')
  const person = people.find(({ user }) => String(user.id) === chosen)
  const submit = () => {
    onClose()
    void controls.act('shareContact', {
      contact: person ? contactOf(person) : { phoneNumber, firstName, ...(lastName && { lastName }) },
    })
  }
  return html`<${Dialog} label=${t('otherContact')} onClose=${onClose} onSubmit=${submit} actions=${formActions(props, t('share'))}>
    <label class="field">
      <span>${t('whoseContact')}</span>
      <select data-autofocus value=${chosen} onChange=${(/** @type {any} */ { target }) => choose(target.value)}>
        ${people.map((other) => html`<option value=${String(other.user.id)}>${fullNameOf(other)}</option>`)}
        <option value="">${t('somebodyElse')}</option>
      </select>
    </label>
    ${!person &&
    html`
      <${Field} label=${t('firstName')} value=${firstName} onInput=${setFirstName} isRequired />
      <${Field} label=${t('lastName')} value=${lastName} onInput=${setLastName} />
      <${Field} label=${t('phoneNumber')} value=${phoneNumber} onInput=${setPhoneNumber} type="tel" isRequired placeholder="+90 555 123 4567" />
    `}
  <//>`
}

/** @param {import('./store.js').PhoneState} person */
const contactOf = ({ user, phoneNumber }) => ({
  phoneNumber,
  firstName: user.first_name,
  ...(user.last_name && { lastName: user.last_name }),
  userId: user.id,
})

/** @param {PhoneDialogProps} props */
function Rename(props) {
  const { phone, controls, onClose } = props
  const { t } = controls
  const [firstName, setFirstName] = useState(phone.user.first_name)
  const [lastName, setLastName] = useState(phone.user.last_name ?? '')
  const [username, setUsername] = useState(phone.user.username ?? '')
  const submit = () => {
    onClose()
    void controls.act('rename', { firstName, lastName: lastName || null, username: username.replace(/^@/, '') || null })
  }
  return html`<${Dialog} label=${t('rename')} onClose=${onClose} onSubmit=${submit} actions=${formActions(props, t('save'))}>
    <${Field} label=${t('firstName')} value=${firstName} onInput=${setFirstName} isRequired isFirst />
    <${Field} label=${t('lastName')} value=${lastName} onInput=${setLastName} />
    <${Field} label=${t('username')} value=${username} onInput=${setUsername} />
  <//>`
}

export const contactDialogs = { ownContact: OwnContact, otherContact: OtherContact, rename: Rename }
