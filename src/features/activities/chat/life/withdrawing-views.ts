import type { Message } from '../../../../bot/messenger.ts'
import { inRows } from '../../../../bot/drafts/question-view.ts'
import { formatDate } from '../../../../platform/texts/dates.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import { titleOf, type Activity } from '../../domain/activity.ts'
import type { Application } from '../../domain/application.ts'
import { seated } from '../../domain/life-cycle.ts'
import { withdrawalCutOff, withdrawalReasons } from '../../domain/withdrawal.ts'
import * as buttons from '../buttons.ts'
import { colleagueName } from '../trips/trips-views.ts'

export interface WithdrawalScene {
  /** Whether it is the reader's own, or one they made for a colleague. */
  isOwn: boolean
  /** Where they stand on the waiting list. */
  position: number | null
  now: Temporal.Instant
}

/** Taking an application back is asked once: until when it is free of consequences, and what they are. */
export function withdrawQuestion(
  words: Words,
  activity: Activity,
  application: Application,
  { isOwn, position, now }: WithdrawalScene,
): Message {
  const title = titleOf(activity, words.language)
  return {
    text: [
      isOwn
        ? words('activities:trips.confirmWithdraw', { title })
        : words('activities:trips.confirmWithdrawFor', { title, name: colleagueName(words, application) }),
      ...(position === null ? [] : [words('life:withdraw.position', { position: String(position) })]),
      ...(seated.includes(application.state)
        ? [words('life:withdraw.seat'), ...cutOffLine(words, activity, now)]
        : []),
    ].join('\n\n'),
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
  }
}

function cutOffLine(words: Words, activity: Activity, now: Temporal.Instant): string[] {
  const cutOff = withdrawalCutOff(activity, now)
  if (!cutOff) return []
  const day = formatDate(cutOff.day, words.language)
  return [words(cutOff.isPast ? 'life:withdraw.past' : 'life:withdraw.until', { day })]
}

/** The reasons that can be tapped afterwards. */
export const reasonKeys = (words: Words, applicationId: number) =>
  inRows(
    withdrawalReasons.map((reason) => ({
      text: words.plain(`life:why.${reason}`),
      callback_data: buttons.whyWithdrawn.pack({ applicationId, reason }),
    })),
    2,
  )
