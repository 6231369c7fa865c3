import { Composer } from 'grammy'
import { staleButton } from '../../../bot/callback-data.ts'
import type { Chat } from '../../../bot/context.ts'
import type { Clock } from '../../../platform/clock.ts'
import type { Texts } from '../../../platform/texts/open-texts.ts'
import { isLanguage, type Language } from '../../../shared/localized-text.ts'
import type { MakeList } from '../actions/make-list.ts'
import { isPurpose } from '../domain/purposes.ts'
import * as buttons from './buttons.ts'
import { listFile } from './list-file.ts'
import { listsView } from './lists-view.ts'

export interface ListsNeeds {
  lists: MakeList
  texts: Texts
  clock: Clock
  homeTimeZone: string
}

/** From the card of an activity: lists for those who need one, each with no more than it needs. */
export function listsChat({ lists, texts, clock, homeTimeZone }: ListsNeeds): Composer<Chat> {
  const composer = new Composer<Chat>()

  composer.callbackQuery(buttons.chooseList.pattern, async (chat) => {
    const { activityId, language } = buttons.chooseList.unpack(chat.callbackQuery.data)
    const offered = await lists.offered(chat.viewer.personId, activityId)
    chat.turn(listsView(chat.words, { ...offered, language: known(language) }))
  })

  composer.callbackQuery(buttons.getList.pattern, async (chat) => {
    const { activityId, purpose, language } = buttons.getList.unpack(chat.callbackQuery.data)
    if (!isPurpose(purpose)) throw staleButton()
    const list = await lists.make(chat.viewer.personId, { activityId, purpose, language: known(language) })
    const on = clock.now().toZonedDateTimeISO(homeTimeZone).toPlainDate()
    await chat.tellDocument(
      await listFile({ words: texts.words(known(language)), reader: chat.words }, list, on),
    )
  })
  return composer
}

function known(text: string): Language {
  if (!isLanguage(text)) throw staleButton()
  return text
}
