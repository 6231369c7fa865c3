import { Composer } from 'grammy'
import type { Chat } from '../../../../bot/context.ts'
import { personIdOf } from '../../../../bot/drafts/draft-sitting-needs.ts'
import { pageSize } from '../../../../bot/page-keys.ts'
import type { JobIds } from '../../../../platform/jobs.ts'
import type { LogReachOf } from '../../actions/afterwards/log-reach.ts'
import type { LogStore } from '../../data/log-store.ts'
import { openLog, openLogged, sendLog } from './buttons.ts'
import { logView } from './log-view.ts'

export interface LogChatNeeds {
  reachOf: LogReachOf
  log: LogStore
  showCard(chat: Chat, broadcastId: number): Promise<void>
  sendJob(name: string, ids: JobIds): Promise<void>
  homeTimeZone: string
}

export const logTableJob = 'broadcasts.log'

/** What was sent to the people of an activity, or of all of them; each broadcast opens its card again. */
export function logChat({ reachOf, log, showCard, sendJob, homeTimeZone }: LogChatNeeds): Composer<Chat> {
  const composer = new Composer<Chat>()

  composer.callbackQuery(openLog.pattern, async (chat) => {
    const { activityId, offset } = openLog.unpack(chat.callbackQuery.data)
    const reach = await reachOf(chat.viewer.personId, activityId)
    const from = Math.max(offset, 0)
    const page = logView(chat.words, {
      ...{ activityId, offset: from, zone: homeTimeZone },
      total: await log.count(reach),
      broadcasts: await log.page(reach, { offset: from, limit: pageSize }),
    })
    // Its pages turn in place; from elsewhere it is a message of its own.
    if (offset < 0) chat.tell(page)
    else chat.turn(page)
  })

  composer.callbackQuery(openLogged.pattern, async (chat) => {
    const { broadcastId } = openLogged.unpack(chat.callbackQuery.data)
    await showCard(chat, broadcastId)
  })

  composer.callbackQuery(sendLog.pattern, async (chat) => {
    const { activityId } = sendLog.unpack(chat.callbackQuery.data)
    const personId = personIdOf(chat)
    await reachOf(personId, activityId)
    await sendJob(logTableJob, { activityId, personId })
    chat.toast(chat.words.plain('watching:table.comes'))
  })

  return composer
}
