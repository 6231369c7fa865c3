import type { InlineKeyboardButton } from 'grammy/types'
import type { TextKey } from '../../../../platform/texts/catalogue.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import { hasBegun, isOver } from '../../domain/activity.ts'
import { isNameChangeable } from '../../domain/guards.ts'
import type { CardScene } from '../deciding/application-card.ts'
import * as buttons from '../buttons.ts'
import { departureKeys } from './departure-keys.ts'

/** What coordinators can do with an application beyond deciding it: seats that are offered, departure, end. */
export function lifeKeys(
  words: Words,
  { application, activity, now, position = 1 }: CardScene,
): InlineKeyboardButton[][] {
  const { id: applicationId, state } = application
  const isGone = activity.state === 'cancelled'
  const isUnderWay = hasBegun(activity, now)
  const key = (isThere: boolean, text: TextKey, to: { pack(values: { applicationId: number }): string }) =>
    isThere && !isGone ? [[{ text: words.plain(text), callback_data: to.pack({ applicationId }) }]] : []
  return [
    ...(state === 'submitted' && !isUnderWay && !isGone
      ? [
          [
            {
              text: words.plain('life:sentBack.button'),
              callback_data: buttons.askSendBack.pack({ applicationId, offset: 0 }),
            },
          ],
        ]
      : []),
    ...key(state === 'waitlisted' && !isUnderWay, 'life:offer.give', buttons.offerSeat),
    ...key(state === 'waitlisted' && position > 1, 'life:offer.front', buttons.toFront),
    ...key(state === 'offered', 'life:offer.takeBack', buttons.takeOfferBack),
    ...key(
      (state === 'approved' || state === 'no_show') && isOver(activity, now),
      ...(['life:ended.one', buttons.tookPart] as const),
    ),
    ...key(
      state === 'approved' && application.firmId !== null && isNameChangeable(activity, now),
      ...(['life:swap.card', buttons.askReplace] as const),
    ),
    ...departureKeys(words, activity, application, now),
  ]
}
