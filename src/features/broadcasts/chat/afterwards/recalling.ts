import { Composer } from 'grammy'
import type { Chat } from '../../../../bot/context.ts'
import type { Clock } from '../../../../platform/clock.ts'
import type { recallBroadcast as recalling } from '../../actions/afterwards/recall-broadcast.ts'
import type { RunsBroadcast } from '../../actions/runs-broadcast.ts'
import { afterwardsErrors } from '../../domain/afterwards/errors.ts'
import { isRecallable } from '../../domain/afterwards/recall.ts'
import type { BroadcastNumbers } from '../../data/numbers.ts'
import { openCard } from '../watching/buttons.ts'
import { cardOf } from '../watching/cards.ts'
import { askRecall, recallBroadcast } from './buttons.ts'

export interface RecallingNeeds {
  runs: RunsBroadcast
  recall: ReturnType<typeof recalling>
  numbers(broadcastId: number): Promise<BroadcastNumbers>
  clock: Clock
  showCard(chat: Chat, broadcastId: number): Promise<void>
}

/** Taking a broadcast back: asked once, with the number of those who have it. */
export function recallingChat({ runs, recall, numbers, clock, showCard }: RecallingNeeds): Composer<Chat> {
  const composer = new Composer<Chat>()

  composer.callbackQuery(askRecall.pattern, async (chat) => {
    const { broadcastId } = askRecall.unpack(chat.callbackQuery.data)
    const broadcast = await runs(chat.viewer.personId, broadcastId)
    if (broadcast.recalledAt !== null) throw afterwardsErrors.recalled()
    if (!isRecallable(broadcast, clock.now())) throw afterwardsErrors.tooOld()
    const { states } = await numbers(broadcastId)
    const count = (states.sent ?? 0) + (states.sending ?? 0) + (states.in_doubt ?? 0)
    const key = (text: string, callback_data: string) => [{ text, callback_data }]
    chat.display(cardOf(broadcastId), {
      text: chat.words('afterwards:recall.ask', { count }),
      keyboard: [
        key(chat.words.plain('afterwards:recall.yes', { count }), recallBroadcast.pack({ broadcastId })),
        key(chat.words.plain('watching:back'), openCard.pack({ broadcastId })),
      ],
    })
  })

  composer.callbackQuery(recallBroadcast.pattern, async (chat) => {
    const { broadcastId } = recallBroadcast.unpack(chat.callbackQuery.data)
    await runs(chat.viewer.personId, broadcastId)
    await recall(broadcastId)
    await showCard(chat, broadcastId)
  })

  return composer
}
