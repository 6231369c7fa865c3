import type { InlineKeyboardButton } from 'grammy/types'
import type { Message } from '../../../../bot/messenger.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import { titleOf, type Activity } from '../../domain/activity.ts'
import * as buttons from '../buttons.ts'
import { closingLine, whenLine, type FactScene } from '../trips/trips-views.ts'

export interface ClosingScene extends Omit<FactScene, 'approved'> {
  activity: Activity
  /** What they have begun and not handed in. */
  draftId: number | null
}

/** Applications close, and whoever reads this is invited: until when first, for that is all a lock screen shows. */
export function closingReminder(words: Words, scene: ClosingScene): Message {
  const { activity, draftId } = scene
  // A second after the hour three hours are still left.
  const now = scene.now.round({ smallestUnit: 'minute', roundingMode: 'floor' })
  return {
    text: [
      [
        closingLine(words, activity, { ...scene, now }),
        `<b>${words('activities:trips.name', { title: titleOf(activity, words.language) })}</b>`,
        whenLine(words, activity),
      ].join('\n'),
      words(draftId === null ? 'activities:closing.invited' : 'activities:closing.begun'),
    ].join('\n\n'),
    keyboard: [
      [applyKey(words, scene)],
      [
        {
          text: words.plain('activities:closing.decline'),
          callback_data: buttons.declineInvitation.pack({ activityId: activity.id }),
        },
      ],
    ],
  }
}

/** They do not come; while applications are open they can still think better of it. */
export const declined = (words: Words, activity: Activity, isOpen: boolean): Message => ({
  text: words('activities:closing.declined', { title: titleOf(activity, words.language) }),
  keyboard: isOpen ? [[applyKey(words, { activity, draftId: null })]] : [],
})

const applyKey = (
  words: Words,
  { activity, draftId }: Pick<ClosingScene, 'activity' | 'draftId'>,
): InlineKeyboardButton =>
  draftId === null
    ? {
        text: words.plain('activities:trips.apply'),
        callback_data: buttons.apply.pack({ activityId: activity.id }),
      }
    : {
        text: words.plain('activities:trips.resume'),
        callback_data: buttons.resume.pack({ applicationId: draftId }),
      }
