import { Choice, Field, FormDialog } from './dialog.js'
import { html } from './dom.js'
import { readDeepLink } from './links.js'
import { fullNameOf } from './people.js'
import { usePhone } from './phone-tools.js'
import { Menu } from './popover.js'
import { prefer } from './preferences.js'
import { read } from './store.js'
import { useWords } from './words.js'

/** What can be done with a phone itself. */
export function PhoneMenu({ phone, anchor, onClose }) {
  const { say } = useWords()
  const { act, ask, userId } = usePhone()
  const blocking = phone.blocked
    ? { label: say('unblock'), icon: 'check', onSelect: () => act('unblock') }
    : { label: say('block'), icon: 'block', onSelect: () => act('block') }
  const items = [
    { label: say('deepLink'), icon: 'link', onSelect: () => ask(DeepLinkDialog) },
    { label: say('settings.language'), icon: 'globe', onSelect: () => ask(LanguageDialog, { phone }) },
    { label: say('rename'), icon: 'edit', onSelect: () => ask(NameDialog, { phone }) },
    ...(phone.started ? [blocking] : []),
    { label: say('delete'), icon: 'trash', isDangerous: true, onSelect: () => ask(DeleteDialog, { phone }) },
  ]
  const hide = {
    label: say('hide'),
    icon: 'hide',
    onSelect: () => prefer({ hidden: [...read().hidden, userId] }),
  }
  return html`<${Menu}
    anchor=${anchor}
    label=${say('settings')}
    items=${phone.deleted ? [hide] : [...items, hide]}
    onClose=${onClose}
  />`
}

function DeepLinkDialog({ who, onClose }) {
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

function LanguageDialog({ phone, who, onClose }) {
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

function NameDialog({ phone: { user }, who, onClose }) {
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

function DeleteDialog({ phone, who, onClose }) {
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
