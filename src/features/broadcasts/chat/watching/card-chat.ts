import { Composer } from 'grammy'
import { staleButton } from '../../../../bot/callback-data.ts'
import type { Chat } from '../../../../bot/context.ts'
import { personIdOf } from '../../../../bot/drafts/draft-sitting-needs.ts'
import type { JobIds } from '../../../../platform/jobs.ts'
import { listKinds, type ListKind, type ReportStore } from '../../data/report-store.ts'
import type { Clock } from '../../../../platform/clock.ts'
import type { WatcherStore } from '../../data/watcher-store.ts'
import type { Sending } from '../../sending.ts'
import { labelOf } from '../broadcast-keyboard.ts'
import type { AskSilent } from './asking-again.ts'
import * as buttons from './buttons.ts'
import { cardView } from './card-view.ts'
import { cardOf, type Cards } from './cards.ts'
import { listView, mostListed } from './list-view.ts'

export interface CardChatNeeds {
  sending: Pick<Sending, 'runs' | 'stop' | 'resend'>
  cards: Cards
  reports: ReportStore
  askSilent: AskSilent
  watchers: Pick<WatcherStore, 'watches'>
  clock: Clock
  sendJob(name: string, ids: JobIds): Promise<void>
}

export const tableJob = 'broadcasts.table'

/** The buttons below the card of a broadcast. Whoever may deal with it is asked anew at each tap. */
export function cardChat(needs: CardChatNeeds) {
  const { sending, cards, reports, askSilent, watchers, clock, sendJob } = needs
  const composer = new Composer<Chat>()

  async function show(chat: Chat, broadcastId: number, isFresh?: boolean): Promise<void> {
    const broadcast = await sending.runs(chat.viewer.personId, broadcastId)
    if (chat.viewer.personId !== null) await watchers.watches(broadcastId, chat.viewer.personId, clock.now())
    const card = cardView(chat.words, await cards.sceneOf(broadcast, chat.words))
    chat.display(cardOf(broadcastId), card, isFresh === undefined ? {} : { isFresh })
  }

  composer.callbackQuery(buttons.openCard.pattern, async (chat) => {
    const { broadcastId } = buttons.openCard.unpack(chat.callbackQuery.data)
    await show(chat, broadcastId)
    // The card may stand further up and be as it was.
    chat.toast(chat.words.plain('bot:asItStands'))
  })

  composer.callbackQuery(buttons.stopBroadcast.pattern, async (chat) => {
    const { broadcastId } = buttons.stopBroadcast.unpack(chat.callbackQuery.data)
    await sending.runs(chat.viewer.personId, broadcastId)
    await sending.stop(broadcastId)
    await show(chat, broadcastId)
  })

  composer.callbackQuery(buttons.resendBroadcast.pattern, async (chat) => {
    const { broadcastId } = buttons.resendBroadcast.unpack(chat.callbackQuery.data)
    await sending.runs(chat.viewer.personId, broadcastId)
    const count = await sending.resend(broadcastId, ['blocked', 'failed', 'never_started'])
    chat.toast(
      chat.words.plain(count > 0 ? 'watching:resent' : 'watching:nobodyBack', { count }),
      count === 0,
    )
    await show(chat, broadcastId)
  })

  composer.callbackQuery(buttons.askSilent.pattern, async (chat) => {
    const { broadcastId } = buttons.askSilent.unpack(chat.callbackQuery.data)
    const broadcast = await sending.runs(chat.viewer.personId, broadcastId)
    const count = await askSilent(broadcast)
    chat.toast(chat.words.plain(count > 0 ? 'watching:asked' : 'watching:justAsked', { count }))
    await show(chat, broadcastId)
  })

  composer.callbackQuery(buttons.sendTable.pattern, async (chat) => {
    const { broadcastId } = buttons.sendTable.unpack(chat.callbackQuery.data)
    await sending.runs(chat.viewer.personId, broadcastId)
    await sendJob(tableJob, { broadcastId, personId: personIdOf(chat) })
    chat.toast(chat.words.plain('watching:table.comes'))
  })

  composer.callbackQuery(buttons.openList.pattern, async (chat) => {
    const { broadcastId, kind, nth, offset } = buttons.openList.unpack(chat.callbackQuery.data)
    if (!isListKind(kind)) throw staleButton()
    const broadcast = await sending.runs(chat.viewer.personId, broadcastId)
    const option = broadcast.answers[nth]
    const page = { broadcastId, kind, nth, offset: Math.max(0, offset) }
    chat.display(
      cardOf(broadcastId),
      listView(chat.words, {
        ...page,
        count: await reports.count(broadcastId, kind, nth),
        people: await reports.list(broadcastId, kind, { offset: page.offset, limit: mostListed }, nth),
        label: option ? labelOf(option, chat.words) : '',
      }),
    )
  })

  return {
    chat: composer,
    show: (chat: Chat, broadcastId: number) => show(chat, broadcastId),
    showBeneath: (chat: Chat, broadcastId: number) => show(chat, broadcastId, true),
  }
}

const isListKind = (kind: string): kind is ListKind => listKinds.some((one) => one === kind)
