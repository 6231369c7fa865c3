import { contactDialogs } from './contact-dialogs.js'
import { Dialog, Question } from './dialogs.js'
import { html } from './dom.js'
import { fileDialogs } from './file-dialogs.js'
import { linkDialogs } from './link-dialogs.js'
import { fullNameOf } from './people.js'

/**
 * What every dialog of a phone gets.
 * @typedef {{ phone: import('./store.js').PhoneState, controls: import('./controls.js').Controls, details: any, onClose(): void }} PhoneDialogProps
 */

/** The dialog that is open on a phone. @param {Omit<PhoneDialogProps, 'details'> & { dialog: import('./controls.js').OpenDialog }} props */
export function PhoneDialog({ dialog, ...props }) {
  const Open = dialogs[dialog.name]
  return Open ? html`<${Open} ...${props} details=${dialog.details} />` : null
}

/** @param {PhoneDialogProps} props */
const Alert = ({ phone, controls, details, onClose }) => html`
  <${Dialog}
    label=${phone.bot.name}
    role="alertdialog"
    onClose=${onClose}
    onSubmit=${onClose}
    actions=${html`<button type="submit" class="main-button" data-autofocus>${controls.t('ok')}</button>`}
  ><p>${details.text}</p><//>
`

/** @param {PhoneDialogProps} props */
const AboutBot = ({ phone, controls, onClose }) => html`
  <${Dialog}
    label=${phone.bot.name}
    onClose=${onClose}
    onSubmit=${onClose}
    actions=${html`<button type="submit" class="main-button">${controls.t('close')}</button>`}
  >
    <p class="faint">@${phone.bot.username}</p>
    ${phone.bot.shortDescription && html`<p>${phone.bot.shortDescription}</p>`}
    ${phone.bot.description && html`<p>${phone.bot.description}</p>`}
  <//>
`

/** @param {PhoneDialogProps} props */
const DeleteAccount = ({ phone, controls, onClose }) => html`
  <${Question}
    label=${controls.t('deleteAccount')}
    words=${controls.t('deleteAccountWords', { name: fullNameOf(phone) })}
    yes=${controls.t('deleteNow')}
    no=${controls.t('cancel')}
    isGrave
    onYes=${() => void controls.act('deleteAccount')}
    onClose=${onClose}
  />
`

/** @type {Partial<Record<string, (props: PhoneDialogProps) => unknown>>} */
const dialogs = {
  alert: Alert,
  bot: AboutBot,
  deleteAccount: DeleteAccount,
  ...contactDialogs,
  ...fileDialogs,
  ...linkDialogs,
}
