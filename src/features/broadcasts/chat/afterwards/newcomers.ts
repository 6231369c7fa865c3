import { Composer } from 'grammy'
import type { Chat } from '../../../../bot/context.ts'
import type { WelcomeNewcomers } from '../../actions/afterwards/welcome-newcomers.ts'
import type { RunsBroadcast } from '../../actions/runs-broadcast.ts'
import type { BroadcastStore } from '../../data/broadcast-store.ts'
import { afterwardsErrors } from '../../domain/afterwards/errors.ts'
import { setForNewcomers } from './buttons.ts'

export interface NewcomersChatNeeds {
  runs: RunsBroadcast
  broadcasts: Pick<BroadcastStore, 'setForNewcomers'>
  welcoming: Pick<WelcomeNewcomers, 'catchUp'>
  showCard(chat: Chat, broadcastId: number): Promise<void>
}

/** Whether whoever takes part later gets a broadcast too; a tap on the card decides. */
export function newcomersChat({ runs, broadcasts, welcoming, showCard }: NewcomersChatNeeds): Composer<Chat> {
  const composer = new Composer<Chat>()
  composer.callbackQuery(setForNewcomers.pattern, async (chat) => {
    const { broadcastId, is } = setForNewcomers.unpack(chat.callbackQuery.data)
    const { recalledAt, audience } = await runs(chat.viewer.personId, broadcastId)
    if (recalledAt !== null) throw afterwardsErrors.recalled()
    await broadcasts.setForNewcomers(broadcastId, is === 1)
    if (is === 1 && audience.activityId !== null) await welcoming.catchUp(broadcastId, audience.activityId)
    await showCard(chat, broadcastId)
  })
  return composer
}
