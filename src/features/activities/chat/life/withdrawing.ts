import { Composer } from 'grammy'
import { staleButton } from '../../../../bot/callback-data.ts'
import type { Chat } from '../../../../bot/context.ts'
import type { sayWhyWithdrawn } from '../../actions/withdraw-application.ts'
import { isWithdrawalReason } from '../../domain/withdrawal.ts'
import * as buttons from '../buttons.ts'
import type { CardCopies } from '../deciding/card-copies.ts'

export interface WithdrawingNeeds {
  sayWhy: ReturnType<typeof sayWhyWithdrawn>
  copies: Pick<CardCopies, 'refresh'>
}

/** Whoever has withdrawn says why, if they like, with one tap. */
export function withdrawingChat({ sayWhy, copies }: WithdrawingNeeds): Composer<Chat> {
  const composer = new Composer<Chat>()
  composer.callbackQuery(buttons.whyWithdrawn.pattern, async (chat) => {
    const { applicationId, reason } = buttons.whyWithdrawn.unpack(chat.callbackQuery.data)
    if (!isWithdrawalReason(reason)) throw staleButton()
    const { application, activity } = await sayWhy(applicationId, chat.viewer.personId ?? 0, reason)
    const { words } = chat
    chat.turn({
      text: [
        ...(application.state === 'withdrawn' ? [words('activities:trips.withdrawn')] : []),
        words('life:withdraw.thanks', { reason: words.plain(`life:why.${reason}`) }),
      ].join('\n\n'),
      keyboard: [[{ text: words.plain('activities:trips.all'), callback_data: buttons.listTrips.pack({}) }]],
    })
    await copies.refresh(application, activity)
  })
  return composer
}
