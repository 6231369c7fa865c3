import { openPhone, reset } from './api.js'
import { Choice, Field, FormDialog } from './dialog.js'
import { html } from './dom.js'
import { loadPhone } from './live.js'
import { languageChoices } from './owner-dialogs.js'
import { useWords } from './words.js'

/** Asks once, then everything in the sandbox is new. */
export function ResetDialog({ onClose }) {
  const { say } = useWords()
  return html`<${FormDialog}
    title=${say('reset')}
    submit=${say('reset')}
    isDangerous
    onSubmit=${reset}
    onClose=${onClose}
  >
    <p>${say('reset.ask')}</p>
  <//>`
}

/** A further person with a phone. */
export function AddDialog({ onClose }) {
  const { say, language } = useWords()
  const add = async ({ firstName, lastName, languageCode, phoneNumber }) => {
    const name = [firstName, lastName].filter(Boolean).join(' ')
    const phone = await openPhone({
      firstName,
      label: name,
      ...(lastName && { lastName }),
      ...(languageCode && { languageCode }),
      ...(phoneNumber && { phoneNumber: phoneNumber.replace(/\D/g, '') }),
    })
    await loadPhone(phone.user.id)
  }
  return html`<${FormDialog}
    title=${say('phones.add')}
    submit=${say('phones.add')}
    onSubmit=${add}
    onClose=${onClose}
  >
    <${Field} label=${say('firstName')} name="firstName" required maxlength="64" />
    <${Field} label=${say('lastName')} name="lastName" maxlength="64" />
    <${Choice}
      label=${say('settings.language')}
      name="languageCode"
      value=${language}
      options=${languageChoices(say, language)}
    />
    <${Field} label=${say('phoneNumber')} name="phoneNumber" type="tel" placeholder="+90 555 000 0000" />
  <//>`
}
