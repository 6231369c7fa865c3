import { useRef, useState } from 'preact/hooks'
import { fileAddress } from './api.js'
import { avatar } from './avatars.js'
import { Dialog } from './dialog.js'
import { html } from './dom.js'
import { icon } from './icons.js'
import { phoneNumberOf } from './people.js'
import { usePhone } from './phone-tools.js'
import { useWords } from './words.js'

/** What a message carries besides its text. */
export function Attachment({ message, number, count }) {
  const { say } = useWords()
  const { photo, document: file, voice, video, sticker, contact, location, venue } = message
  if (photo)
    return html`<${Photo} photo=${photo} caption=${message.caption} number=${number} count=${count} />`
  if (file) return html`<${DocumentCard} file=${file} />`
  if (voice) return html`<${Voice} voice=${voice} />`
  if (video)
    return html`<video
      class="video"
      controls
      preload="metadata"
      src=${fileAddress(video.fileId)}
      aria-label=${say('video')}
    ></video>`
  if (sticker)
    return html`<div class="sticker" role="img" aria-label=${`${say('sticker')} ${sticker.emoji}`}>
      ${sticker.emoji}
    </div>`
  if (contact) return html`<${ContactCard} contact=${contact} />`
  const place = venue ?? location
  return place ? html`<${Place} place=${place} venue=${venue} />` : null
}

function Photo({ photo, caption, number, count }) {
  const { say } = useWords()
  const { ask } = usePhone()
  const address = fileAddress(photo.fileId)
  const words = caption?.slice(0, 80) || (count ? say('photo.of', { number, count }) : say('photo'))
  return html`<button
    type="button"
    class="photo"
    aria-label=${[say('photo.open'), count && say('photo.of', { number, count }), caption?.slice(0, 80)].filter(Boolean).join(': ')}
    onClick=${() => ask(PhotoDialog, { address, words, caption })}
  >
    <img src=${address} width=${photo.width} height=${photo.height} alt="" loading="lazy" />
  </button>`
}

function PhotoDialog({ address, words, caption, who, onClose }) {
  const { say } = useWords()
  return html`<${Dialog} title=${say('photo')} who=${who} onClose=${onClose} extra="is-wide">
    <img class="whole-photo" src=${address} alt=${words} />
    ${caption && html`<p dir="auto" class="whole-caption">${caption}</p>`}
  <//>`
}

function DocumentCard({ file }) {
  const { say, language } = useWords()
  const ending = /\.([a-z0-9]{1,5})$/i.exec(file.name)?.[1]?.toLowerCase() ?? ''
  return html`<a class="card" href=${fileAddress(file.fileId)} download=${file.name}>
    <span class="card-sign" data-ending=${ending} aria-hidden="true"
      >${ending ? html`<b>${ending}</b>` : icon('file')}</span
    >
    <span class="card-words"
      ><b>${file.name}</b
      ><small>${sizeOf(file.size, language)}<span class="unseen">, ${say('file.save')}</span></small></span
    >
  </a>`
}

/** @param {number} bytes @param {string} language */
export function sizeOf(bytes, language) {
  const [amount, unit] =
    bytes >= 1e6 ? [bytes / 1e6, 'megabyte'] : bytes >= 1e3 ? [bytes / 1e3, 'kilobyte'] : [bytes, 'byte']
  return new Intl.NumberFormat(language, { style: 'unit', unit, maximumFractionDigits: 1 }).format(amount)
}

const waves = [5, 9, 14, 8, 12, 18, 10, 6, 13, 20, 15, 9, 17, 11, 7, 12, 16, 8, 5, 10, 14, 9, 6, 4]

function Voice({ voice }) {
  const { say } = useWords()
  const sound = useRef(null)
  const [isPlaying, play] = useState(false)
  const toggle = () => (isPlaying ? sound.current.pause() : sound.current.play().catch(() => play(false)))
  return html`<div class="voice">
    <button
      type="button"
      class="voice-button"
      aria-label=${`${say(isPlaying ? 'voice.pause' : 'voice.play')}: ${say('voice')}`}
      onClick=${toggle}
    >
      ${icon(isPlaying ? 'pause' : 'play')}
    </button>
    <span class="voice-waves" aria-hidden="true"
      >${waves.map((height) => html`<i style=${{ height: `${height}px` }}></i>`)}</span
    >
    <small>0:${String(voice.seconds).padStart(2, '0')}</small>
    <audio
      ref=${sound}
      preload="none"
      src=${fileAddress(voice.fileId)}
      onPlay=${() => play(true)}
      onPause=${() => play(false)}
      onEnded=${() => play(false)}
    ></audio>
  </div>`
}

function ContactCard({ contact }) {
  const { say } = useWords()
  const name = [contact.firstName, contact.lastName].filter(Boolean).join(' ')
  return html`<div class="card" role="group" aria-label=${say('contact')}>
    ${avatar(name, contact.phoneNumber.length * 7 + contact.firstName.length)}
    <span class="card-words"><b>${name}</b><small>${phoneNumberOf(contact.phoneNumber)}</small></span>
  </div>`
}

/** A drawn map: the real one would have to be fetched. */
function Place({ place, venue }) {
  const { say } = useWords()
  return html`<div class="place" role="group" aria-label=${say('location')}>
    <svg class="place-map" viewBox="0 0 240 110" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
      <rect class="place-land" width="240" height="110" />
      <path class="place-park" d="M150 0h60l-12 40-52 6zM20 74l46-10 10 46H12z" />
      <path
        class="place-water"
        d="M0 22c40 10 60-14 96-4s40 40 78 36 44-20 66-16v16c-30 0-40 20-70 18s-44-34-78-38S34 46 0 38z"
      />
      <path class="place-road" d="M-5 92 90 60 160 96 250 70M60-5l20 70 6 60M186-5l-14 50 20 80" />
      <path class="place-pin" d="M120 74s17-16 17-30a17 17 0 0 0-34 0c0 14 17 30 17 30z" />
      <circle class="place-eye" cx="120" cy="44" r="6" />
    </svg>
    <span class="place-words">
      ${venue && html`<b>${venue.title}</b><span>${venue.address}</span>`}
      <small>${place.latitude.toFixed(5)}, ${place.longitude.toFixed(5)}</small>
    </span>
  </div>`
}
