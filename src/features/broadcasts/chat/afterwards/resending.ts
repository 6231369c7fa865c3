import { Composer } from 'grammy'
import type { Chat } from '../../../../bot/context.ts'
import type { RunsBroadcast } from '../../actions/runs-broadcast.ts'
import type { BroadcastNumbers } from '../../data/numbers.ts'
import { afterwardsErrors } from '../../domain/afterwards/errors.ts'
import type { RecipientState } from '../../domain/recipient.ts'
import { openCard } from '../watching/buttons.ts'
import { cardOf } from '../watching/cards.ts'
import { askResendDoubtful, resendDoubtful } from './buttons.ts'

export interface ResendingNeeds {
  runs: RunsBroadcast
  numbers(broadcastId: number): Promise<BroadcastNumbers>
  resend(broadcastId: number, states: readonly RecipientState[]): Promise<number>
  /** The card, in place. */
  refreshCard(chat: Chat, broadcastId: number): Promise<void>
}

/** Sending again to those of whom nobody knows whether they have it: only by a tap that says what it may do. */
export function resendingChat({ runs, numbers, resend, refreshCard }: ResendingNeeds): Composer<Chat> {
  const composer = new Composer<Chat>()

  async function mayBeSent(chat: Chat, broadcastId: number): Promise<void> {
    const { recalledAt } = await runs(chat.viewer.personId, broadcastId)
    if (recalledAt !== null) throw afterwardsErrors.recalled()
  }

  composer.callbackQuery(askResendDoubtful.pattern, async (chat) => {
    const { broadcastId } = askResendDoubtful.unpack(chat.callbackQuery.data)
    await mayBeSent(chat, broadcastId)
    const { states } = await numbers(broadcastId)
    const count = states.in_doubt ?? 0
    const key = (text: string, callback_data: string) => [{ text, callback_data }]
    chat.display(cardOf(broadcastId), {
      text: chat.words('afterwards:doubt.ask', { count }),
      keyboard: [
        key(chat.words.plain('afterwards:doubt.yes', { count }), resendDoubtful.pack({ broadcastId })),
        key(chat.words.plain('watching:back'), openCard.pack({ broadcastId })),
      ],
    })
  })

  composer.callbackQuery(resendDoubtful.pattern, async (chat) => {
    const { broadcastId } = resendDoubtful.unpack(chat.callbackQuery.data)
    await mayBeSent(chat, broadcastId)
    const count = await resend(broadcastId, ['in_doubt'])
    chat.toast(chat.words.plain(count > 0 ? 'watching:resent' : 'watching:nobodyBack', { count }))
    await refreshCard(chat, broadcastId)
  })

  return composer
}
