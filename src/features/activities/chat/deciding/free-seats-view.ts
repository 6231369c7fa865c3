import type { Message } from '../../../../bot/messenger.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import { titleOf, type Activity } from '../../domain/activity.ts'
import { referenceOf, type Application } from '../../domain/application.ts'
import * as buttons from '../buttons.ts'

/** Seats are free and people wait for them: who is first, at one tap, and the list. */
export const freeSeatsView = (
  words: Words,
  scene: { activity: Activity; left: number | null; waiting: number; first: Application; name: string },
): Message => ({
  text: words('activities:card.freeSeats', {
    title: titleOf(scene.activity, words.language),
    left: scene.left ?? words.plain('uploads:preview.noLimit'),
    waiting: scene.waiting,
    name: scene.name,
    reference: referenceOf(scene.activity.code, scene.first.number),
  }),
  keyboard: [
    [
      {
        text: words.plain('life:offer.giveTo', { name: scene.name }),
        callback_data: buttons.offerSeat.pack({ applicationId: scene.first.id }),
      },
    ],
    [
      {
        text: words.plain('activities:card.approveFirst', { name: scene.name }),
        callback_data: buttons.approve.pack({ applicationId: scene.first.id }),
      },
    ],
    [
      {
        text: words.plain('activities:card.toWaiting'),
        callback_data: buttons.listApplications.pack({
          activityId: scene.activity.id,
          state: 'waitlisted',
          offset: 0,
        }),
      },
    ],
  ],
})
