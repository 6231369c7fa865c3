import { useMemo } from 'preact/hooks'
import { Attachment } from './attachments.js'
import { classes, html } from './dom.js'
import { FormattedText } from './entities.js'
import { Above, Frame, Stamp } from './message.js'
import { usePhone } from './phone-tools.js'
import { useWords } from './words.js'

/** Several photos, videos or documents that were sent together, in one bubble. */
export function AlbumBubble({ messages, replied, botName }) {
  const { say, language } = useWords()
  const tools = usePhone()
  return useMemo(() => {
    const [first] = messages
    const isVisual = messages.every(({ photo, video }) => photo ?? video)
    const captioned = messages.filter(({ caption }) => caption)
    // As in Telegram: the words of a photo among photos are shown with the photo, unless it is the only one with words.
    const below = isVisual && captioned.length === 1 ? captioned[0] : undefined
    return html`<${Frame} message=${captioned[0] ?? first} album=${messages} botName=${botName}>
      <${Above} message=${first} replied=${replied} botName=${botName} />
      <div
        class=${classes('album', isVisual ? 'is-visual' : 'is-list')}
        role="group"
        aria-label=${say('album')}
      >
        ${messages.map(
          (message, index) =>
            html`<div class="album-part" data-part=${message.id} key=${message.id}>
              <${Attachment} message=${message} number=${index + 1} count=${messages.length} />
              ${!isVisual && message.caption && html`<${Words} message=${message} />`}
            </div>`,
        )}
      </div>
      ${below && html`<${Words} message=${below} />`}
      <${Stamp} message=${stampOf(messages)} botName=${botName} />
    <//>`
  }, [
    messages.map(({ id, editedAt, pinned }) => `${id} ${editedAt} ${pinned}`).join(),
    replied,
    botName,
    language,
    tools,
  ])
}

const Words = ({ message }) =>
  html`<${FormattedText} text=${message.caption} entities=${message.captionEntities} />`

/** An album is edited, pinned or reacted to when one of its parts is. */
const stampOf = (messages) => ({
  ...messages[0],
  editedAt: messages.find(({ editedAt }) => editedAt !== undefined)?.editedAt,
  pinned: messages.some(({ pinned }) => pinned),
  reaction: messages.find(({ reaction }) => reaction)?.reaction,
})
