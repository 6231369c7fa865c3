import { Composer, type Middleware } from 'grammy'
import type { TextKey } from '../platform/texts/catalogue.ts'
import { isRestOfAlbum } from './receiving/albums.ts'
import { staleButton } from './callback-data.ts'
import type { Chat } from './context.ts'
import type { Feature } from './feature.ts'
import { homeButton } from './home.ts'

/** What nobody understands gets a useful answer, never silence. The last row of the table in `open-chat.ts`. */
export function lost(
  features: readonly Feature[],
  showsAgain: (chat: Chat) => Promise<boolean>,
): Middleware<Chat> {
  const composer = new Composer<Chat>()
  composer.on('callback_query', () => {
    throw staleButton()
  })
  // An edited text is no answer: what it said before has been taken already. Whoever wants to change it is told how.
  composer.on('edited_message:text', async (chat) => {
    chat.tell({ text: chat.words('bot:lost.edited'), isSilent: true })
    await showsAgain(chat)
  })
  composer.on('edited_message', () => {})
  composer.on('message::bot_command', (chat) => answer(chat, 'bot:lost.command'))
  composer.on('message', (chat) => answer(chat, keyOf(chat)))
  return composer.middleware()

  async function answer(chat: Chat, key: TextKey): Promise<void> {
    if (isRestOfAlbum(chat.message)) return
    const back = await Promise.all(features.map(async ({ waysBack }) => (await waysBack?.(chat)) ?? []))
    chat.tell({ text: chat.words(key), keyboard: [...back.flat(), [homeButton(chat.words)]] })
    await showsAgain(chat)
  }
}

function keyOf(chat: Chat): TextKey {
  const message = chat.message
  if (message?.text !== undefined) return 'bot:lost.text'
  if (message?.voice || message?.video_note || message?.audio) return 'bot:lost.voice'
  if (message?.sticker || message?.animation || message?.dice) return 'bot:lost.sticker'
  if (message?.location || message?.venue) return 'bot:lost.location'
  if (message?.contact) return 'bot:lost.contact'
  if (message?.photo || message?.video || message?.document) return 'bot:lost.file'
  return 'bot:lost.other'
}
