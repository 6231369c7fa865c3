import { createContext } from 'preact'
import { useContext, useMemo, useRef, useState } from 'preact/hooks'
import * as api from './api.js'
import { Dialog } from './dialog.js'
import { html } from './dom.js'
import { readDeepLink, webAddress } from './links.js'
import { refusalIn, useWords, wordsIn } from './words.js'

const PhoneContext = createContext(null)
export const PhoneTools = PhoneContext.Provider

/** What everything on a phone may use: acting for its person, toasts, dialogs, links. */
export const usePhone = () => useContext(PhoneContext)

const toastLastsMilliseconds = 4500

/** Builds the tools of one phone, which speak its language; `toasts` and `dialog` are what it shows at the moment. */
export function usePhoneTools({ userId, who, botUsername, language }) {
  const [toasts, setToasts] = useState([])
  const [dialog, setDialog] = useState(null)
  const [composing, compose] = useState(null)
  const count = useRef(0)
  const tools = useMemo(() => {
    const words = wordsIn(language)
    function toast(text) {
      const id = ++count.current
      setToasts((shown) => [...shown.slice(-2), { id, text }])
      setTimeout(() => setToasts((shown) => shown.filter((each) => each.id !== id)), toastLastsMilliseconds)
    }
    const tell = (error) => toast(refusalIn(words, error))
    const act = (verb, input) => api.perform(userId, verb, input).then(() => true, tell)
    const closeDialog = () => setDialog(null)
    return {
      userId,
      who,
      act,
      toast,
      tell,
      /** What the composer is about besides a plain text: `{ kind: 'reply' | 'edit', message }` or null. */
      compose,
      press: (place) => api.press(userId, place).catch(tell),
      sendFile: (kind, file, options) => api.sendFile(userId, kind, file, options).catch(tell),
      /** Shows a dialog: `Shape` gets `onClose` and the properties given. */
      ask: (Shape, properties = {}) =>
        setDialog(
          html`<${Shape} key=${++count.current} who=${who} ...${properties} onClose=${closeDialog} />`,
        ),
      async copy(text) {
        await navigator.clipboard.writeText(text).then(() => toast(words.say('copied')), tell)
      },
      openLink(link) {
        const start = readDeepLink(link, botUsername)
        if (start) return void act('start', start.payload === '' ? {} : start)
        const address = webAddress(link)
        if (address) tools.ask(LeavingLink, { address })
        else void tools.copy(link)
      },
    }
  }, [userId, who, botUsername, language])
  return { tools, toasts, dialog, composing }
}

/** A link to the internet opens only when somebody has seen where it leads. */
function LeavingLink({ address, who, onClose }) {
  const { say } = useWords()
  const { copy } = usePhone()
  return html`<${Dialog} title=${say('open')} who=${who} onClose=${onClose}>
    <p>${say('link.leaves')}</p>
    <p class="address">${address}</p>
    <div class="dialog-foot">
      <button type="button" class="button" onClick=${() => (onClose(), copy(address))}>${say('copy')}</button>
      <a class="button is-main" href=${address} target="_blank" rel="noreferrer noopener" onClick=${onClose}>
        ${say('open')}
      </a>
    </div>
  <//>`
}
