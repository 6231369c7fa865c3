import type { InlineKeyboardButton } from 'grammy/types'
import { inRows } from '../../../../bot/drafts/question-view.ts'
import type { Message } from '../../../../bot/messenger.ts'
import { formatDayRange } from '../../../../platform/texts/dates.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import { cityOf, titleOf, type Activity } from '../../domain/activity.ts'
import { standingStates, type ApplicationState } from '../../domain/life-cycle.ts'
import { countIn, seatsHeld } from '../../domain/seats.ts'
import { cancelReasons, type CancelReason } from '../../domain/whole-activity.ts'
import * as buttons from '../buttons.ts'

type Counts = Partial<Record<ApplicationState, number>>

/** How many people it concerns, by how they stand. */
const countsSaid = (counts: Counts) => ({
  seats: seatsHeld(counts),
  waiting: counts.waitlisted ?? 0,
  open: countIn(counts, standingStates.submitted),
})

const total = (counts: Counts) => Object.values(countsSaid(counts)).reduce((sum, one) => sum + one, 0)

const daysOf = ({ language }: Words, { startsOn, endsOn }: Pick<Activity, 'startsOn' | 'endsOn'>) =>
  formatDayRange(startsOn, endsOn, language)

const key = (text: string, callback_data: string): InlineKeyboardButton[] => [{ text, callback_data }]
const backTo = (words: Words, activityId: number) =>
  key(words.plain('bot:back'), buttons.wholeActivity.pack({ activityId }))

/** What can be done with an activity as a whole. */
export const wholeView = (words: Words, activity: Activity, counts: Counts): Message => {
  const activityId = activity.id
  return {
    text: words('life:whole.title', {
      title: titleOf(activity, words.language),
      dates: daysOf(words, activity),
      city: cityOf(activity, words.language),
      ...countsSaid(counts),
    }),
    keyboard: [
      key(words.plain('life:whole.postpone'), buttons.askPostpone.pack({ activityId })),
      ...(activity.details['isOnline'] === true
        ? []
        : [key(words.plain('life:whole.online'), buttons.askOnline.pack({ activityId }))]),
      key(words.plain('life:whole.cancel'), buttons.askCancel.pack({ activityId })),
      key(words.plain('bot:back'), buttons.deskActivity.pack({ activityId })),
    ],
  }
}

export const cancelReasonsView = (words: Words, activity: Activity): Message => ({
  text: words('life:cancel.why', { title: titleOf(activity, words.language) }),
  keyboard: [
    ...inRows(
      cancelReasons.map((reason) => ({
        text: words.plain(`life:cancel.reason.${reason}`),
        callback_data: buttons.previewCancel.pack({ activityId: activity.id, reason }),
      })),
      1,
    ),
    backTo(words, activity.id),
  ],
})

/** Whom cancelling concerns, before it is done. */
export const cancelPreview = (
  words: Words,
  activity: Activity,
  counts: Counts,
  reason: CancelReason,
): Message => ({
  text: words('life:cancel.preview', {
    title: titleOf(activity, words.language),
    reason: words.plain(`life:cancel.reason.${reason}`),
    count: total(counts),
    ...countsSaid(counts),
  }),
  keyboard: [
    key(words.plain('life:cancel.yes'), buttons.cancelActivity.pack({ activityId: activity.id, reason })),
    backTo(words, activity.id),
  ],
})

/** Whom postponing concerns; the new first day stands on the button. */
export const postponePreview = (
  words: Words,
  activity: Activity,
  counts: Counts,
  after: Pick<Activity, 'startsOn' | 'endsOn'>,
): Message => ({
  text: words('life:postpone.preview', {
    title: titleOf(activity, words.language),
    old: daysOf(words, activity),
    new: daysOf(words, after),
    ...countsSaid(counts),
  }),
  keyboard: [
    key(
      words.plain('life:postpone.yes'),
      buttons.postponeActivity.pack({ activityId: activity.id, day: after.startsOn.toString() }),
    ),
    backTo(words, activity.id),
  ],
})

export const onlinePreview = (words: Words, activity: Activity, counts: Counts): Message => ({
  text: words('life:online.preview', {
    title: titleOf(activity, words.language),
    city: cityOf(activity, words.language),
    count: total(counts),
  }),
  keyboard: [
    key(words.plain('life:online.yes'), buttons.moveOnline.pack({ activityId: activity.id })),
    backTo(words, activity.id),
  ],
})

/** Keeping a seat on other days, or leaving it, at one tap each. */
export const holdKeys = (words: Words, applicationId: number): InlineKeyboardButton[][] => [
  key(words.plain('life:hold.keep'), buttons.keepSeat.pack({ applicationId })),
  key(words.plain('life:hold.drop'), buttons.withdraw.pack({ applicationId })),
]
