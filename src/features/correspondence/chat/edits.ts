import { Composer } from 'grammy'
import type { Chat } from '../../../bot/context.ts'
import { htmlOf } from '../../broadcasts/index.ts'
import type { Letter } from '../domain/letter.ts'
import type { Room } from '../needs.ts'
import type { Cards } from './cards.ts'
import { readLetter } from './read-letter.ts'
import type { Scenes } from './scenes.ts'

export interface EditsNeeds extends Room {
  cards: Cards
  scenes: Scenes
}

/** A letter that its writer has changed in their own chat: what was made of it in others' chats changes, with a mark. */
export function editsChat({ letters, places, accounts, messenger, texts, clock, cards, scenes }: EditsNeeds) {
  const chat = new Composer<Chat>()

  chat.on('edited_message', async (edited, next) => {
    const { editedMessage: message, viewer, me } = edited
    const source = await places.at(viewer.userId, message.message_id)
    const letter = source?.role === 'source' ? await letters.readLocked(source.letterId) : undefined
    const written = readLetter(message, me.id)
    // A phone that shares where it is changes its message all the time.
    if (!letter || !written || written.kind === 'location') return next()
    const { text = message.caption ?? '', entities = message.caption_entities } = message
    const said = letter.direction === 'in' ? written.text : htmlOf(text, entities)
    if (said === letter.words.text) return
    await letters.edit(letter.id, { ...letter.words, text: said }, clock.now())
    if (letter.direction === 'out') return changeAnswer({ ...letter, words: { text: said } })
    if (letter.threadId !== null) await cards.redrawAgain(letter.threadId, [letter.id])
  })

  /** The copy in the person's chat; of a picture its caption. */
  async function changeAnswer(letter: Letter): Promise<void> {
    const role = letter.kind === 'text' ? 'words' : 'media'
    const [place] = await places.of(letter.id, role)
    if (!place?.messageId) return
    const language = (await accounts.ofPerson(letter.personId))[0]?.language ?? 'en'
    const words = texts.words(language)
    const name = (await scenes.firstName(letter.authorId)) ?? ''
    const mark = words('correspondence:answer.edited')
    if (role === 'words') {
      const text = [words('correspondence:answer.head', { name }), letter.words.text, mark].join('\n\n')
      return messenger.refresh(place.chatId, place.messageId, { text })
    }
    messenger.call(place.chatId, 'editMessageCaption', {
      ...{ message_id: place.messageId, parse_mode: 'HTML' },
      caption: [letter.words.text, mark].join('\n\n'),
    })
  }

  return chat
}
