import { useEffect, useState } from 'preact/hooks'
import { sizeOf } from './attachments.js'
import { formActions } from './contact-dialogs.js'
import { Dialog, Field } from './dialogs.js'
import { html } from './dom.js'
import { Icon } from './icons.js'

/** @typedef {import('./phone-dialogs.js').PhoneDialogProps} PhoneDialogProps */

/** A chosen file, before it goes. @param {PhoneDialogProps} props */
function SendFile(props) {
  const { controls, details, onClose } = props
  const { t } = controls
  const [caption, setCaption] = useState('')
  const picture = usePicture(details.kind === 'photo' ? details.file : null)
  const submit = () => {
    onClose()
    void controls.sendFile(details.kind, details.file, caption)
  }
  return html`<${Dialog} label=${t('sendFile')} onClose=${onClose} onSubmit=${submit} actions=${formActions(props, t('sendNow'))}>
    ${picture
      ? html`<img class="preview" src=${picture} alt=${details.file.name} />`
      : html`<div class="card card--still">
          <span class="card__sign"><${Icon} name="file" /></span>
          <span class="card__words"><b>${details.file.name}</b><small>${sizeOf(details.file.size, controls.language)}</small></span>
        </div>`}
    <${Field} label=${t('caption')} value=${caption} onInput=${setCaption} isFirst />
  <//>`
}

/** An address for a picture that has not left the browser yet. @param {File | null} file */
function usePicture(file) {
  const [address, setAddress] = useState(/** @type {string | null} */ (null))
  useEffect(() => {
    if (file === null) return
    const made = URL.createObjectURL(file)
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [file])
  return address
}

/** @param {PhoneDialogProps} props */
const Photo = ({ controls, details, onClose }) => html`
  <${Dialog}
    label=${controls.t('photo')}
    className="dialog--wide"
    onClose=${onClose}
    onSubmit=${onClose}
    actions=${html`<button type="submit" class="main-button" data-autofocus>${controls.t('close')}</button>`}
  ><img class="preview" src=${details.address} alt=${controls.t('photo')} /><//>
`

const stickers = ['👍', '🙏', '🎉', '❤️', '😀', '🤝', '☕', '🚄', '✈️', '🏭', '👋', '✅']

/** @param {PhoneDialogProps} props */
const Sticker = ({ controls, onClose }) => html`
  <${Dialog}
    label=${controls.t('sticker')}
    onClose=${onClose}
    actions=${html`<button type="button" class="plain-button" onClick=${onClose}>${controls.t('cancel')}</button>`}
  >
    <div class="stickers">
      ${stickers.map(
        (emoji) => html`<button
          type="button"
          aria-label=${`${controls.t('sticker')} ${emoji}`}
          onClick=${() => {
            onClose()
            void controls.act('sendSticker', { emoji })
          }}
        >${emoji}</button>`,
      )}
    </div>
  <//>
`

export const fileDialogs = { file: SendFile, photo: Photo, sticker: Sticker }
