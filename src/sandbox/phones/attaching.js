import { useEffect, useRef, useState } from 'preact/hooks'
import { sizeOf } from './attachments.js'
import { Field, FormDialog } from './dialog.js'
import { html } from './dom.js'
import { icon } from './icons.js'
import { usePhone } from './phone-tools.js'
import { Menu } from './popover.js'
import { sampleVoice } from './sample-voice.js'
import { LocationDialog, OtherContactDialog, OwnContactDialog, StickerDialog } from './sharing.js'
import { useWords } from './words.js'

const largestAlbum = 10
const accepted = { document: '', photo: 'image/*', video: 'video/*' }

/** The paper clip, and all that can be sent with it. */
export function AttachButton() {
  const { say } = useWords()
  const { ask, sendFile } = usePhone()
  const button = useRef(null)
  const [isOpen, open] = useState(false)
  const choose = (kind) => async () => {
    const files = await chooseFiles(accepted[kind])
    if (files.length > 0) ask(FileDialog, { kind, files })
  }
  const items = [
    { label: say('photo'), icon: 'image', onSelect: choose('photo') },
    { label: say('document'), icon: 'file', onSelect: choose('document') },
    { label: say('video'), icon: 'video', onSelect: choose('video') },
    {
      label: say('voice'),
      hint: say('voice.sample'),
      icon: 'microphone',
      onSelect: () => sendFile('voice', sampleVoice()),
    },
    { label: say('location'), icon: 'place', onSelect: () => ask(LocationDialog) },
    { label: say('contact.own'), icon: 'contact', onSelect: () => ask(OwnContactDialog) },
    { label: say('contact.other'), icon: 'phones', onSelect: () => ask(OtherContactDialog) },
    { label: say('sticker'), icon: 'smile', onSelect: () => ask(StickerDialog) },
  ]
  return html`<button
      ref=${button}
      type="button"
      class="icon-button"
      data-role="attach"
      aria-label=${say('attach')}
      aria-haspopup="menu"
      aria-expanded=${isOpen}
      onClick=${() => open(!isOpen)}
    >
      ${icon('attach')}
    </button>
    ${isOpen && html`<${Menu} anchor=${button.current} label=${say('attach')} items=${items} onClose=${() => open(false)} />`}`
}

/** Lets somebody choose files of this computer; none when they think better of it. */
function chooseFiles(accept) {
  const input = Object.assign(document.createElement('input'), { type: 'file', accept, multiple: true })
  const { promise, resolve } = Promise.withResolvers()
  input.onchange = () => resolve([...input.files])
  input.oncancel = () => resolve([])
  input.click()
  return promise
}

/** What is about to be sent, with a caption; also for files that were dropped on a phone. */
export function FileDialog({ kind, files, who, onClose }) {
  const { say, language } = useWords()
  const { sendFile } = usePhone()
  const send = async ({ caption }) => {
    const albums = albumNumbers(files.length)
    for (const [index, file] of files.entries())
      await sendFile(kind, file, { caption: index === 0 ? caption : '', album: albums[index] })
  }
  return html`<${FormDialog}
    title=${say('file.send')}
    who=${who}
    submit=${say('send')}
    onSubmit=${send}
    onClose=${onClose}
  >
    <ul class="files">
      ${files.map(
        (file) =>
          html`<li>
            ${kind === 'photo' ? html`<${Picture} file=${file} />` : icon(kind === 'video' ? 'video' : 'file')}
            <span><b>${file.name}</b><small>${sizeOf(file.size, language)}</small></span>
          </li>`,
      )}
    </ul>
    <${Field} label=${say('caption')} name="caption" maxlength="1024" />
  <//>`
}

/** Several files are an album; it has ten at most, so the eleventh begins another one. */
function albumNumbers(count) {
  const first = 1 + Math.floor(Math.random() * 1e12)
  return Array.from({ length: count }, (_, index) =>
    count > 1 ? String(first + Math.floor(index / largestAlbum)) : '',
  )
}

function Picture({ file }) {
  const [address, setAddress] = useState('')
  useEffect(() => {
    const made = URL.createObjectURL(file)
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [file])
  return address && html`<img src=${address} alt="" />`
}
