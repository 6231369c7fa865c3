import { Choice, Field, FormDialog } from './dialog.js'
import { html } from './dom.js'
import { readDeepLink } from './links.js'
import { fullNameOf } from './people.js'
import { usePhone } from './phone-tools.js'
import { read } from './store.js'
import { useWords } from './words.js'

/** Opens a link to the bot on a phone, as if somebody had tapped it. */
export function DeepLinkDialog({ who, onClose }) {
  const { say } = useWords()
  const { act } = usePhone()
  const { botUsername } = read()
  const open = ({ link }) => {
    const start = readDeepLink(link, botUsername)
    if (!start) throw new Error(say('deepLink.bad'))
    return act('start', start.payload === '' ? {} : start)
  }
  return html`<${FormDialog}
    title=${say('deepLink')}
    who=${who}
    submit=${say('open')}
    onSubmit=${open}
    onClose=${onClose}
  >
    <p>${say('deepLink.hint', { bot: botUsername })}</p>
    <${Field}
      label=${say('deepLink')}
      name="link"
      required
      placeholder=${`https://t.me/${botUsername}?start=…`}
    />
  <//>`
}

const phoneLanguages = ['tr', 'en', 'es', 'fr', 'de']

/** The languages a phone may have, as `[code, name]`; the empty code stands for none. */
export function languageChoices(say, language) {
  const names = new Intl.DisplayNames(language, { type: 'language' })
  return [...phoneLanguages.map((code) => [code, names.of(code)]), ['', say('settings.noLanguage')]]
}

export function LanguageDialog({ phone, who, onClose }) {
  const { say, language } = useWords()
  const { act } = usePhone()
  const change = ({ code }) => act('setLanguage', { languageCode: code === '' ? null : code })
  return html`<${FormDialog}
    title=${say('settings.language')}
    who=${who}
    submit=${say('save')}
    onSubmit=${change}
    onClose=${onClose}
  >
    <${Choice}
      label=${say('settings.language')}
      name="code"
      value=${phone.user.language_code ?? ''}
      options=${languageChoices(say, language)}
    />
  <//>`
}

export function NameDialog({ phone: { user }, who, onClose }) {
  const { say } = useWords()
  const { act } = usePhone()
  const change = ({ firstName, lastName, username }) =>
    act('rename', { firstName, lastName: lastName || null, username: username.replace(/^@/, '') || null })
  return html`<${FormDialog}
    title=${say('rename')}
    who=${who}
    submit=${say('save')}
    onSubmit=${change}
    onClose=${onClose}
  >
    <${Field} label=${say('firstName')} name="firstName" required maxlength="64" value=${user.first_name} />
    <${Field} label=${say('lastName')} name="lastName" maxlength="64" value=${user.last_name ?? ''} />
    <${Field} label=${say('username')} name="username" maxlength="32" value=${user.username ?? ''} />
  <//>`
}

export function DeleteDialog({ phone, who, onClose }) {
  const { say } = useWords()
  const { act } = usePhone()
  return html`<${FormDialog}
    title=${say('delete')}
    who=${who}
    submit=${say('delete')}
    isDangerous
    onSubmit=${() => act('deleteAccount')}
    onClose=${onClose}
  >
    <p>${say('delete.ask', { name: fullNameOf(phone) })}</p>
  <//>`
}
