import { Composer } from 'grammy'
import { staleButton } from '../../../../bot/callback-data.ts'
import type { Chat } from '../../../../bot/context.ts'
import type { Message } from '../../../../bot/messenger.ts'
import type { Clock } from '../../../../platform/clock.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import type { WordStore } from '../../data/word-store.ts'
import { openWishes, setWish } from './buttons.ts'

export interface WishesNeeds {
  words: Pick<WordStore, 'optIn' | 'optOut' | 'optedOutAmong'>
  clock: Clock
}

/** Whether somebody wants messages that are not about a trip of theirs; below `/privacy`, to be changed at any time. */
export function wishesChat({ words: store, clock }: WishesNeeds) {
  const composer = new Composer<Chat>()
  const wants = async (personId: number) => !(await store.optedOutAmong([personId])).has(personId)

  composer.callbackQuery(openWishes.pattern, async (chat) => {
    if (chat.viewer.personId === null) throw staleButton()
    chat.tell(wishView(chat.words, await wants(chat.viewer.personId)))
  })

  composer.callbackQuery(setWish.pattern, async (chat) => {
    const { personId } = chat.viewer
    if (personId === null) throw staleButton()
    const isWanted = setWish.unpack(chat.callbackQuery.data).wants === 1
    if (isWanted) await store.optIn(personId)
    else await store.optOut(personId, clock.now())
    chat.turn(wishView(chat.words, isWanted))
  })

  return {
    chat: composer,
    async privacyKeys({ viewer, words }: Chat) {
      if (viewer.personId === null) return []
      const sign = (await wants(viewer.personId)) ? 'on' : 'off'
      return [[{ text: words.plain(`watching:wish.${sign}`), callback_data: openWishes.pack({}) }]]
    },
  }
}

const wishView = (words: Words, isWanted: boolean): Message => ({
  text: [words(`watching:wish.${isWanted ? 'wanted' : 'unwanted'}`), words('watching:wish.essential')].join(
    '\n\n',
  ),
  keyboard: [
    [
      {
        text: words.plain(`watching:wish.${isWanted ? 'stop' : 'start'}`),
        callback_data: setWish.pack({ wants: isWanted ? 0 : 1 }),
      },
    ],
  ],
})
