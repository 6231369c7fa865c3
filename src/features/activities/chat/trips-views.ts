import type { InlineKeyboardButton } from 'grammy/types'
import type { Message } from '../../../bot/messenger.ts'
import { formatDayRange } from '../../../platform/texts/dates.ts'
import { closingTime, remainingTime } from '../../../platform/texts/remaining-time.ts'
import type { Words } from '../../../platform/texts/words.ts'
import { cityOf, closedBecause, titleOf, type Activity } from '../domain/activity.ts'
import { referenceOf, type Application } from '../domain/application.ts'
import { seatsLeft } from '../domain/seats.ts'
import * as buttons from './buttons.ts'

/** What an activity's facts depend on beyond itself. */
export interface FactScene {
  /** How many have a seat. */
  approved: number
  now: Temporal.Instant
  homeTimeZone: string
}

/** An activity that is open, as a line of the list. */
export function openLine(words: Words, activity: Activity, scene: FactScene): string {
  return [
    `<b>${words('activities:trips.name', { title: titleOf(activity, words.language) })}</b>`,
    ...facts(words, activity, scene),
  ].join('\n')
}

/** Dates and place, seats left, and the deadline in words. */
export function facts(
  words: Words,
  activity: Activity,
  { approved, now, homeTimeZone }: FactScene,
): string[] {
  const left = seatsLeft(activity, approved)
  const closed = closedBecause(activity, now)
  const deadline = activity.applicationsCloseAt
  return [
    words('activities:trips.when', {
      dates: formatDayRange(activity.startsOn, activity.endsOn, words.language),
      city: cityOf(activity, words.language),
    }),
    ...(left === null
      ? []
      : [left > 0 ? words('activities:trips.seats', { count: left }) : words('activities:trips.full')]),
    ...(closed
      ? [words(`activities:trips.closed.${closed}`)]
      : deadline
        ? [
            words('activities:trips.closes', {
              closes: closingTime(words, remainingTime(now, deadline, homeTimeZone)),
            }),
          ]
        : []),
  ]
}

/** One of somebody's own applications, as a line of the list. */
export function ownLine(words: Words, activity: Activity, { state, number }: Application): string {
  return words('activities:trips.ownLine', {
    title: titleOf(activity, words.language),
    state: words.plain(`activities:state.${state}`),
    reference: number === null ? '' : referenceOf(activity.code, number),
  })
}

/** What somebody can do with an activity: apply, go on, or take the application back. */
export function ownButtons(
  words: Words,
  activity: Activity,
  own: Application | undefined,
  isOpen: boolean,
): InlineKeyboardButton[][] {
  if (!own) {
    if (!isOpen) return []
    return [
      [
        {
          text: words.plain('activities:trips.apply'),
          callback_data: buttons.apply.pack({ activityId: activity.id }),
        },
      ],
    ]
  }
  if (own.state === 'draft')
    return [
      [
        {
          text: words.plain('activities:trips.resume'),
          callback_data: buttons.apply.pack({ activityId: activity.id }),
        },
      ],
    ]
  return [
    [
      {
        text: words.plain('activities:trips.withdraw'),
        callback_data: buttons.askWithdraw.pack({ applicationId: own.id }),
      },
    ],
  ]
}

/** Taking an application back is asked once. */
export const withdrawQuestion = (words: Words, activity: Activity, application: Application): Message => ({
  text: words('activities:trips.confirmWithdraw', { title: titleOf(activity, words.language) }),
  keyboard: [
    [
      {
        text: words.plain('activities:trips.withdrawYes'),
        callback_data: buttons.withdraw.pack({ applicationId: application.id }),
      },
    ],
    [
      {
        text: words.plain('bot:back'),
        callback_data: buttons.openActivity.pack({ activityId: activity.id }),
      },
    ],
  ],
})
