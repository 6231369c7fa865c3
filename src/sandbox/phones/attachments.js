import { fileAddress } from './api.js'
import { html } from './dom.js'
import { Icon } from './icons.js'
import { phoneNumberOf } from './people.js'

/**
 * What a message carries besides its text.
 * @param {{ message: import('./store.js').ShownMessage, controls: import('./controls.js').Controls }} props
 */
export function Attachment({ message, controls }) {
  const { photo, document: file, voice, video, sticker, contact, location, venue } = message
  const { t } = controls
  if (photo) return html`<${Photo} photo=${photo} controls=${controls} />`
  if (file) return html`<${DocumentCard} file=${file} controls=${controls} />`
  if (voice) return html`<${Voice} voice=${voice} t=${t} />`
  if (video)
    return html`<video class="video" controls preload="metadata" src=${fileAddress(video.fileId)} aria-label=${t('video')}></video>`
  if (sticker) return html`<div class="sticker" role="img" aria-label=${`${t('sticker')} ${sticker.emoji}`}>${sticker.emoji}</div>`
  if (contact) return html`<${ContactCard} contact=${contact} t=${t} />`
  const place = venue ?? location
  return place ? html`<${Place} place=${place} venue=${venue} t=${t} />` : null
}

/** @param {{ photo: { fileId: string, width: number, height: number }, controls: import('./controls.js').Controls }} props */
const Photo = ({ photo, controls }) => html`
  <button
    type="button"
    class="photo"
    aria-label=${controls.t('enlargePhoto')}
    onClick=${() => controls.show('photo', { address: fileAddress(photo.fileId) })}
  >
    <img src=${fileAddress(photo.fileId)} width=${photo.width} height=${photo.height} alt=${controls.t('photo')} />
  </button>
`

/** @param {{ file: { fileId: string, name: string, mimeType: string, size: number }, controls: import('./controls.js').Controls }} props */
const DocumentCard = ({ file, controls: { t, language } }) => html`
  <a class="card" href=${fileAddress(file.fileId)} download=${file.name} aria-label=${`${t('download')} ${file.name}`}>
    <span class="card__sign card__sign--file" data-ending=${endingOf(file.name)}><${Icon} name="download" /></span>
    <span class="card__words"><b>${file.name}</b><small>${sizeOf(file.size, language)} · ${endingOf(file.name).toUpperCase()}</small></span>
  </a>
`

/** @param {string} name */
const endingOf = (name) => /\.([a-z0-9]{1,5})$/i.exec(name)?.[1]?.toLowerCase() ?? 'file'

/** @param {number} bytes @param {string} language */
export function sizeOf(bytes, language) {
  const [amount, unit] = bytes >= 1e6 ? [bytes / 1e6, 'megabyte'] : bytes >= 1e3 ? [bytes / 1e3, 'kilobyte'] : [bytes, 'byte']
  return new Intl.NumberFormat(language, { style: 'unit', unit, maximumFractionDigits: 1 }).format(amount)
}

/** @param {{ voice: { fileId: string, seconds: number }, t: import('./words.js').Translate }} props */
const Voice = ({ voice, t }) => html`
  <div class="voice">
    <span class="voice__words"><${Icon} name="microphone" />${t('voice')} · 0:${String(voice.seconds).padStart(2, '0')}</span>
    <audio controls preload="none" src=${fileAddress(voice.fileId)} aria-label=${t('voice')}></audio>
  </div>
`

/** @param {{ contact: { phoneNumber: string, firstName: string, lastName?: string }, t: import('./words.js').Translate }} props */
const ContactCard = ({ contact, t }) => html`
  <div class="card" role="group" aria-label=${t('contact')}>
    <span class="card__sign"><${Icon} name="contact" /></span>
    <span class="card__words">
      <b>${[contact.firstName, contact.lastName].filter(Boolean).join(' ')}</b>
      <small>${phoneNumberOf(contact.phoneNumber)}</small>
    </span>
  </div>
`

/** A drawn map: the real one would have to be fetched. @param {{ place: { latitude: number, longitude: number }, venue?: { title: string, address: string }, t: import('./words.js').Translate }} props */
const Place = ({ place, venue, t }) => html`
  <div class="place" role="group" aria-label=${t(venue ? 'venue' : 'location')}>
    <svg class="place__map" viewBox="0 0 240 110" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
      <rect class="place__land" width="240" height="110" />
      <path class="place__park" d="M150 0h60l-12 40-52 6zM20 74l46-10 10 46H12z" />
      <path class="place__water" d="M0 22c40 10 60-14 96-4s40 40 78 36 44-20 66-16v16c-30 0-40 20-70 18s-44-34-78-38S34 46 0 38z" />
      <path class="place__road" d="M-5 92 90 60 160 96 250 70M60-5l20 70 6 60M186-5l-14 50 20 80" />
      <path class="place__pin" d="M120 74s17-16 17-30a17 17 0 0 0-34 0c0 14 17 30 17 30z" />
      <circle class="place__eye" cx="120" cy="44" r="6" />
    </svg>
    <span class="place__words">
      ${venue && html`<b>${venue.title}</b><span>${venue.address}</span>`}
      <small>${place.latitude.toFixed(5)}, ${place.longitude.toFixed(5)}</small>
    </span>
  </div>
`
