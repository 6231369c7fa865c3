import { formatDate } from '../../../../platform/texts/dates.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import { hasBegun, isOver, type Activity } from '../../domain/activity.ts'
import type { Application } from '../../domain/application.ts'
import { comingUntil } from '../../domain/coming.ts'
import { mayConfirm } from '../life/coming-views.ts'
import { untilFields } from '../trips/until.ts'

export interface NextStepScene {
  activity: Activity
  application: Application
  now: Temporal.Instant
  homeTimeZone: string
}

/** What happens next with an application, and who has to do it. */
export function nextStep(words: Words, scene: NextStepScene): string {
  const { activity, application, now, homeTimeZone } = scene
  const day = (date: Temporal.PlainDate) => formatDate(date, words.language)
  const { state } = application
  if (activity.state === 'cancelled') return words('person:next.nothing')
  switch (state) {
    case 'submitted':
      return activity.decisionOn
        ? words('person:next.decideBy', { day: day(activity.decisionOn) })
        : words('person:next.decide')
    case 'info_requested':
      return words('person:next.info')
    case 'waitlisted':
      return words('person:next.wait')
    case 'offered':
      return words(
        'person:next.offer',
        untilFields(words, application.offerExpiresAt ?? now, { zone: homeTimeZone }),
      )
    case 'on_hold':
      return words('person:next.keep')
    case 'approved':
      return whenApproved()
    default:
      return words('person:next.nothing')
  }

  function whenApproved(): string {
    if (isOver(activity, now)) return words('person:next.closing')
    if (hasBegun(activity, now)) return words('person:next.underWay', { day: day(activity.endsOn) })
    const until = mayConfirm(activity, application, now)
      ? comingUntil(activity, application.updatedAt)
      : undefined
    if (until) return words('person:next.coming', { day: day(until) })
    return words('person:next.starts', { day: day(activity.startsOn) })
  }
}
