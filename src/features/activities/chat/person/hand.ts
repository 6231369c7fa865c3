import { Composer } from 'grammy'
import type { Chat } from '../../../../bot/context.ts'
import { pageAt } from '../../../../bot/page-keys.ts'
import type { Clock } from '../../../../platform/clock.ts'
import type { PassOn } from '../../actions/person/pass-on.ts'
import * as buttons from '../buttons.ts'
import { handListView, handPersonView } from './hand-views.ts'

export interface HandNeeds {
  passing: PassOn
  clock: Clock
  homeTimeZone: string
}

/** The screens on which coordinators pass on what was said to people without Telegram. */
export function handChat({ passing, clock, homeTimeZone: zone }: HandNeeds): Composer<Chat> {
  const composer = new Composer<Chat>()

  composer.callbackQuery(buttons.listHands.pattern, async (chat) => {
    const { activityId, offset } = buttons.listHands.unpack(chat.callbackQuery.data)
    const list = await passing.list(activityId, chat.viewer.personId)
    chat.turn(
      handListView(chat.words, { ...list, offset: pageAt(offset, list.all.length), now: clock.now(), zone }),
    )
  })
  composer.callbackQuery(buttons.openHand.pattern, async (chat) => {
    const { activityId, applicationId } = buttons.openHand.unpack(chat.callbackQuery.data)
    const found = await passing.look(activityId, applicationId, chat.viewer.personId)
    chat.turn(handPersonView(chat.words, { ...found, zone }))
  })
  composer.callbackQuery(buttons.toldByHand.pattern, async (chat) => {
    const { messageId, ...about } = buttons.toldByHand.unpack(chat.callbackQuery.data)
    const { isNew, ...after } = await passing.told(about, messageId, chat.viewer.personId ?? 0)
    chat.toast(chat.words.plain(isNew ? 'person:hand.noted' : 'person:hand.notedBefore'))
    chat.turn(handPersonView(chat.words, { ...after, zone }))
  })
  return composer
}
