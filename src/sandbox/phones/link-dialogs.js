import { useState } from 'preact/hooks'
import { formActions } from './contact-dialogs.js'
import { Dialog, Field } from './dialogs.js'
import { html } from './dom.js'
import { readDeepLink } from './links.js'

/** @typedef {import('./phone-dialogs.js').PhoneDialogProps} PhoneDialogProps */

/** A link as somebody would tap it in a mail or scan it from a poster. @param {PhoneDialogProps} props */
function DeepLink(props) {
  const { phone, controls, onClose } = props
  const { t } = controls
  const [address, setAddress] = useState('')
  const [isWrong, setWrong] = useState(false)
  const submit = () => {
    const isPayload = /^[A-Za-z0-9_-]{1,64}$/.test(address.trim())
    const link = isPayload ? { payload: address.trim() } : readDeepLink(address, phone.bot.username)
    if (link === null) return setWrong(true)
    onClose()
    void controls.act('start', link.payload === '' ? {} : link)
  }
  return html`<${Dialog} label=${t('openDeepLink')} onClose=${onClose} onSubmit=${submit} actions=${formActions(props, t('open'))}>
    <${Field} label=${t('pasteLink')} value=${address} onInput=${setAddress} isRequired isFirst placeholder=${`https://t.me/${phone.bot.username}?start=…`} />
    <p class="mistake" role="alert">${isWrong ? t('notThisBot', { bot: phone.bot.username }) : ''}</p>
  <//>`
}

/** @param {PhoneDialogProps} props */
function Outside(props) {
  const { controls, details, onClose } = props
  const { t } = controls
  const open = () => {
    onClose()
    if (/^(https?|mailto|tel):/i.test(details.address)) window.open(details.address, '_blank', 'noopener,noreferrer')
  }
  return html`<${Dialog} label=${t('leaving')} role="alertdialog" onClose=${onClose} onSubmit=${open} actions=${formActions(props, t('open'))}>
    <p>${t('leavingWords')}</p>
    <p class="address">${details.address}</p>
  <//>`
}

/** For browsers that let no page copy. @param {PhoneDialogProps} props */
const CopyByHand = ({ controls, details, onClose }) => html`
  <${Dialog}
    label=${controls.t('copyByHand')}
    onClose=${onClose}
    onSubmit=${onClose}
    actions=${html`<button type="submit" class="main-button">${controls.t('close')}</button>`}
  >
    <textarea class="copy-field" readonly rows="3" data-autofocus aria-label=${controls.t('copyByHand')} onFocus=${(/** @type {any} */ { target }) => target.select()}>${details.text}</textarea>
  <//>
`

const places = [
  { name: 'Barcelona', latitude: 41.3545, longitude: 2.1276 },
  { name: 'Eskişehir', latitude: 39.7667, longitude: 30.5256 },
  { name: 'Madrid', latitude: 40.4168, longitude: -3.7038 },
  { name: 'Lyon', latitude: 45.764, longitude: 4.8357 },
]

/** @param {PhoneDialogProps} props */
function Location(props) {
  const { controls, onClose } = props
  const { t } = controls
  const [latitude, setLatitude] = useState(String(places[0]?.latitude))
  const [longitude, setLongitude] = useState(String(places[0]?.longitude))
  const submit = () => {
    onClose()
    void controls.act('shareLocation', { latitude: Number(latitude), longitude: Number(longitude) })
  }
  const choose = (/** @type {typeof places[number]} */ place) => {
    setLatitude(String(place.latitude))
    setLongitude(String(place.longitude))
  }
  return html`<${Dialog} label=${t('shareLocation')} onClose=${onClose} onSubmit=${submit} actions=${formActions(props, t('share'))}>
    <div class="chips">
      ${places.map(
        (place) => html`<button type="button" class="chip" aria-pressed=${latitude === String(place.latitude)} onClick=${() => choose(place)}>${place.name}</button>`,
      )}
    </div>
    <div class="field-pair">
      <${Field} label=${t('latitude')} value=${latitude} onInput=${setLatitude} isRequired />
      <${Field} label=${t('longitude')} value=${longitude} onInput=${setLongitude} isRequired />
    </div>
  <//>`
}

export const linkDialogs = { deepLink: DeepLink, outside: Outside, copy: CopyByHand, location: Location }
