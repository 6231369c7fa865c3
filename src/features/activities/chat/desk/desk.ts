import { Composer } from 'grammy'
import type { Chat } from '../../../../bot/context.ts'
import type { Message } from '../../../../bot/messenger.ts'
import { pageSize } from '../../../../bot/page-keys.ts'
import type { DeskNumber, DeskPart } from '../../../../bot/feature.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import type { Clock } from '../../../../platform/clock.ts'
import { grantsOfCoordinator, reachOf, type Reach, type People } from '../../../people/index.ts'
import type { DeskTime } from '../../data/activity-lists.ts'
import type { ActivityStore } from '../../data/activity-store.ts'
import type { ApplicationStore } from '../../data/application-store.ts'
import type { Hearing, SettingStore } from '../../data/setting-store.ts'
import * as buttons from '../buttons.ts'
import { deskView } from './desk-views.ts'

export interface DeskNeeds {
  activities: ActivityStore
  applications: ApplicationStore
  settings: SettingStore
  people: People
  clock: Clock
  homeTimeZone: string
  laterDesk(words: Words): DeskPart
  /** What of this room and of later ones needs a hand today. */
  deskNumbers(words: Words, reach: Reach): Promise<DeskNumber[]>
}

/** `/desk`: what needs a coordinator's hand, and the way to everything else. */
export function deskChat(needs: DeskNeeds): Composer<Chat> {
  const { activities, applications, settings, people, clock, homeTimeZone, laterDesk } = needs
  const numbersOf = needs.deskNumbers
  const composer = new Composer<Chat>()

  composer.command('desk', async (chat) => chat.tell(await deskMessage(chat)))
  composer.callbackQuery(buttons.desk.pattern, async (chat) => chat.turn(await deskMessage(chat)))
  composer.callbackQuery(buttons.pageOfDesk.pattern, async (chat) => {
    const { time, offset } = buttons.pageOfDesk.unpack(chat.callbackQuery.data)
    chat.turn(await deskMessage(chat, time === 'past' ? 'past' : 'running', Math.max(offset, 0)))
  })
  composer.callbackQuery(buttons.hearing.pattern, async (chat) => {
    const { how } = buttons.hearing.unpack(chat.callbackQuery.data)
    await grantsOfCoordinator(people, chat.viewer.personId, 'openDesk')
    const hears: Hearing = how === 'digest' ? 'digest' : 'at_once'
    await settings.choose(chat.viewer.personId ?? 0, hears)
    chat.toast(chat.words.plain(`activities:desk.hearingChanged.${hears}`), true)
    chat.turn(await deskMessage(chat))
  })
  return composer

  async function deskMessage(chat: Chat, time: DeskTime = 'running', offset = 0): Promise<Message> {
    const grants = await grantsOfCoordinator(people, chat.viewer.personId, 'openDesk')
    const reach = reachOf(grants, 'openDesk')
    const isNow = time === 'running'
    const today = clock.now().toZonedDateTimeISO(homeTimeZone).toPlainDate()
    const page = await activities.onDesk(time, today, reach, { offset, limit: pageSize })
    return deskView(chat.words, {
      ...page,
      time,
      offset,
      grants,
      ofPeople: await people.desk(chat.words, grants),
      later: laterDesk(chat.words).ways,
      counts: await applications.countByState(page.activities.map(({ id }) => id)),
      numbers: isNow ? await numbersOf(chat.words, reach) : [],
      hears: await settings.hearsOf(chat.viewer.personId ?? 0),
    })
  }
}
