import type { InlineKeyboardButton } from 'grammy/types'
import type { TextKey } from '../../../../platform/texts/catalogue.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import { changeOf } from '../../domain/life-cycle.ts'
import * as buttons from '../buttons.ts'
import { mayConfirm } from '../life/coming-views.ts'
import type { NextStepScene } from './next-step.ts'

/** What somebody without Telegram has said on the telephone, a tap each: what others say themselves. */
export function spokenKeys(
  words: Words,
  { activity, application, now }: NextStepScene,
): InlineKeyboardButton[][] {
  const { id: applicationId, state } = application
  const key = (text: TextKey, callback_data: string) => [[{ text: words.plain(text), callback_data }]]
  return [
    ...(mayConfirm(activity, application, now)
      ? key('person:spoken.comes', buttons.sayComing.pack({ applicationId }))
      : []),
    ...(state === 'offered'
      ? key('person:spoken.takes', buttons.answerOffer.pack({ applicationId, answer: 'take' }))
      : []),
    ...(state === 'on_hold' ? key('person:spoken.keeps', buttons.keepSeat.pack({ applicationId })) : []),
    ...(changeOf(state, 'withdrawn', 'applicant')
      ? key('person:spoken.withdraws', buttons.askWithdraw.pack({ applicationId }))
      : []),
  ]
}
