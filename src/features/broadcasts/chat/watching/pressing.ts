import { Composer } from 'grammy'
import type { Chat } from '../../../../bot/context.ts'
import { staleButton } from '../../../../bot/callback-data.ts'
import type { Messenger } from '../../../../bot/messenger.ts'
import type { PressBroadcast, PressedBroadcast } from '../../actions/press-broadcast.ts'
import type { WordStore } from '../../data/word-store.ts'
import { broadcastKeyboard } from '../broadcast-keyboard.ts'
import * as below from '../buttons.ts'
import { labelOf } from '../broadcast-keyboard.ts'
import { wantMore } from './buttons.ts'
import type { CallForHelp } from './calling-for-help.ts'

export interface PressingNeeds {
  press: PressBroadcast
  words: Pick<WordStore, 'optIn'>
  messenger: Pick<Messenger, 'call'>
  callForHelp: CallForHelp
}

/** The buttons below a broadcast, as people press them. */
export function pressingChat({ press, words: store, messenger, callForHelp }: PressingNeeds): Composer<Chat> {
  const composer = new Composer<Chat>()

  composer.callbackQuery(below.sawBroadcast.pattern, async (chat) => {
    const { recipientId } = below.sawBroadcast.unpack(chat.callbackQuery.data)
    if (isPreview(chat, recipientId)) return
    const pressed = await press.saw(recipientId, chat.viewer.personId)
    chat.toast(chat.words.plain('watching:thanks'))
    show(chat, pressed)
  })

  composer.callbackQuery(below.answerBroadcast.pattern, async (chat) => {
    const { recipientId, nth } = below.answerBroadcast.unpack(chat.callbackQuery.data)
    if (isPreview(chat, recipientId)) return
    const pressed = await press.answer(recipientId, chat.viewer.personId, nth)
    const option = pressed.broadcast.answers[nth]
    if (!option) throw staleButton()
    const isCall = option.callsForHelp
    chat.toast(
      chat.words.plain(isCall ? 'watching:helpComes' : 'watching:answered', {
        label: labelOf(option, chat.words),
      }),
      isCall,
    )
    if (isCall && pressed.isNew) await callForHelp(pressed)
    show(chat, pressed)
  })

  composer.callbackQuery(below.noMoreBroadcasts.pattern, async (chat) => {
    const { recipientId } = below.noMoreBroadcasts.unpack(chat.callbackQuery.data)
    if (isPreview(chat, recipientId)) return
    await press.wantsNoMore(recipientId, chat.viewer.personId)
    chat.tell({
      text: chat.words('watching:noMore.done'),
      keyboard: [[{ text: chat.words.plain('watching:noMore.undo'), callback_data: wantMore.pack({}) }]],
    })
  })

  composer.callbackQuery(wantMore.pattern, async (chat) => {
    if (chat.viewer.personId === null) throw staleButton()
    await store.optIn(chat.viewer.personId)
    chat.turn({ text: chat.words('watching:noMore.undone') })
  })

  return composer

  /** The buttons as they are after the tap; the words stay. */
  function show(chat: Chat, { broadcast, pressing, isNew }: PressedBroadcast): void {
    const messageId = chat.callbackQuery?.message?.message_id
    if (!isNew || messageId === undefined) return
    const { recipientId, canOptOut, hasSeen, answer } = pressing
    const inline_keyboard = broadcastKeyboard(chat.words, {
      ...{ broadcast, recipientId, canOptOut },
      pressed: { hasSeen, answer },
    })
    messenger.call(chat.viewer.userId, 'editMessageReplyMarkup', {
      message_id: messageId,
      reply_markup: { inline_keyboard },
    })
  }
}

/** In a preview nothing is pressed. */
function isPreview(chat: Chat, recipientId: number): boolean {
  if (recipientId === 0) chat.toast(chat.words.plain('watching:preview'))
  return recipientId === 0
}
