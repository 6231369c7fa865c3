import type { InlineKeyboardButton } from 'grammy/types'
import type { Words } from '../../../../platform/texts/words.ts'
import { hasBegun, isOver } from '../../domain/activity.ts'
import { standingStates } from '../../domain/life-cycle.ts'
import { isPlanKind } from '../../domain/planning/plan.ts'
import { countIn } from '../../domain/seats.ts'
import * as buttons from '../buttons.ts'
import type { DeskListScene } from './desk-activity-views.ts'

/** The ways to those who are not here: without Telegram, or invited and not come yet. */
export function offlineKeys(words: Words, { activity, byHand }: DeskListScene): InlineKeyboardButton[][] {
  const activityId = activity.id
  const { waiting } = byHand
  return [
    [
      {
        text:
          waiting > 0
            ? words.plain('person:desk.waiting', { count: waiting })
            : words.plain('person:desk.byHand', { count: byHand.people }),
        callback_data: buttons.listHands.pack({ activityId, offset: 0 }),
      },
    ],
    [
      {
        text: words.plain('person:desk.invited'),
        callback_data: buttons.listInvited.pack({ activityId, offset: 0 }),
      },
    ],
  ]
}

/** What can be done with an activity; once it has begun nobody applies, whether it is closed or not. */
export function activityKeys(
  words: Words,
  { activity, counts, waitingRows, now }: DeskListScene,
): InlineKeyboardButton[][] {
  const { id: activityId, kind, state } = activity
  const isClosed = state === 'closed'
  const takesApplications = state !== 'cancelled' && !hasBegun(activity, now)
  return [
    ...(isPlanKind(kind) && state !== 'cancelled'
      ? [[{ text: words.plain('planning:edit'), callback_data: buttons.editActivity.pack({ activityId }) }]]
      : []),
    [{ text: words.plain('activities:desk.poster'), callback_data: buttons.poster.pack({ activityId }) }],
    ...(countIn(counts, standingStates.approved) + waitingRows > 0
      ? [
          [
            {
              text: words.plain('activities:desk.participants'),
              callback_data: buttons.participantsList.pack({ activityId }),
            },
          ],
        ]
      : []),
    ...(waitingRows > 0
      ? [
          [
            {
              text: words.plain('activities:waiting.button', { count: waitingRows }),
              callback_data: buttons.listWaiting.pack({ activityId, offset: 0 }),
            },
          ],
        ]
      : []),
    ...(state !== 'cancelled' && !isOver(activity, now)
      ? [
          [
            {
              text: words.plain('life:whole.button'),
              callback_data: buttons.wholeActivity.pack({ activityId }),
            },
          ],
        ]
      : []),
    ...(takesApplications
      ? [
          [
            {
              text: words.plain(isClosed ? 'activities:desk.reopen' : 'activities:desk.close'),
              callback_data: buttons.setState.pack({ activityId, state: isClosed ? 'published' : 'closed' }),
            },
          ],
        ]
      : []),
  ]
}
