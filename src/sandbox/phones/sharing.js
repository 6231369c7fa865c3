import { useState } from 'preact/hooks'
import { Choice, Dialog, Field, FormDialog } from './dialog.js'
import { html } from './dom.js'
import { fullNameOf, phoneNumberOf } from './people.js'
import { usePhone } from './phone-tools.js'
import { read } from './store.js'
import { useWords } from './words.js'

/** Asks before the bot learns somebody's own number, as Telegram does. */
export function OwnContactDialog({ who, onClose }) {
  const { say } = useWords()
  const { act, userId } = usePhone()
  const number = phoneNumberOf(read().phones[userId].phoneNumber)
  return html`<${FormDialog}
    title=${say('contact.own')}
    who=${who}
    submit=${say('contact.share')}
    onSubmit=${() => act('shareContact')}
    onClose=${onClose}
  >
    <p>${say('contact.ask', { number })}</p>
  <//>`
}

/** Shares the contact of another phone's owner, or of somebody made up. */
export function OtherContactDialog({ who, onClose }) {
  const { say } = useWords()
  const { act, userId } = usePhone()
  const others = Object.values(read().phones).filter(({ user, deleted }) => user.id !== userId && !deleted)
  const [chosen, choose] = useState(String(others[0]?.user.id ?? ''))
  const share = ({ phoneNumber, firstName, lastName }) => {
    const person = others.find(({ user }) => String(user.id) === chosen)
    const contact = person
      ? {
          phoneNumber: person.phoneNumber,
          firstName: person.user.first_name,
          lastName: person.user.last_name,
          userId: person.user.id,
        }
      : { phoneNumber, firstName, ...(lastName && { lastName }) }
    return act('shareContact', { contact })
  }
  return html`<${FormDialog}
    title=${say('contact.other')}
    who=${who}
    submit=${say('send')}
    onSubmit=${share}
    onClose=${onClose}
  >
    <${Choice}
      label=${say('contact.from')}
      value=${chosen}
      onChange=${(event) => choose(event.target.value)}
      options=${[...others.map((phone) => [String(phone.user.id), fullNameOf(phone)]), ['', say('contact.stranger')]]}
    />
    ${
      chosen === '' &&
      html`<${Field} label=${say('firstName')} name="firstName" required />
        <${Field} label=${say('lastName')} name="lastName" />
        <${Field}
          label=${say('phoneNumber')}
          name="phoneNumber"
          type="tel"
          required
          placeholder="+90 555 000 0000"
        />`
    }
  <//>`
}

const places = [
  ['39.77670', '30.52060', 'Eskişehir'],
  ['41.37250', '2.14860', 'Fira de Barcelona'],
  ['45.76400', '4.83570', 'Lyon'],
  ['41.65610', '-0.87730', 'Zaragoza'],
]

/** Sends a place; `isAsked` when a button of the bot asked for it. */
export function LocationDialog({ who, onClose, isAsked }) {
  const { say } = useWords()
  const { act } = usePhone()
  const [[latitude, longitude], choose] = useState(places[0])
  const send = (fields) =>
    act('shareLocation', { latitude: Number(fields.latitude), longitude: Number(fields.longitude) })
  return html`<${FormDialog}
    title=${say('location')}
    who=${who}
    submit=${say('send')}
    onSubmit=${send}
    onClose=${onClose}
  >
    ${isAsked && html`<p>${say('location.ask')}</p>`}
    <div class="chips">
      ${places.map(
        (place) =>
          html`<button
            type="button"
            class="chip"
            aria-pressed=${place[0] === latitude}
            onClick=${() => choose(place)}
          >
            ${place[2]}
          </button>`,
      )}
    </div>
    <div class="field-pair">
      <${Field}
        label=${say('location.latitude')}
        name="latitude"
        type="number"
        step="any"
        min="-90"
        max="90"
        required
        value=${latitude}
      />
      <${Field}
        label=${say('location.longitude')}
        name="longitude"
        type="number"
        step="any"
        min="-180"
        max="180"
        required
        value=${longitude}
      />
    </div>
  <//>`
}

const stickers = ['👋', '👍', '🙏', '🎉', '🤝', '🚆', '✈️', '🏭', '☕', '😊', '🤔', '❤️']

export function StickerDialog({ who, onClose }) {
  const { say } = useWords()
  const { act } = usePhone()
  const send = (emoji) => {
    onClose()
    void act('sendSticker', { emoji })
  }
  return html`<${Dialog} title=${say('sticker')} who=${who} onClose=${onClose}>
    <div class="stickers">
      ${stickers.map(
        (emoji) =>
          html`<button type="button" class="sticker-choice" onClick=${() => send(emoji)}>${emoji}</button>`,
      )}
    </div>
  <//>`
}
