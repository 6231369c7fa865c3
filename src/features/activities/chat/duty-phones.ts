import type { Chat } from '../../../bot/context.ts'
import type { Clock } from '../../../platform/clock.ts'
import { formatPhone } from '../../people/index.ts'
import type { ActivityStore } from '../data/activity-store.ts'
import type { ApplicationStore } from '../data/application-store.ts'
import { titleOf } from '../domain/activity.ts'
import { concerned } from '../domain/life-cycle.ts'

export interface DutyPhonesNeeds {
  activities: ActivityStore
  applications: ApplicationStore
  clock: Clock
}

/** Whom to call about what somebody applies for or takes part in, as its coordinator has said; until the day after its last. */
export function dutyPhones({ activities, applications, clock }: DutyPhonesNeeds) {
  return async ({ words, viewer: { personId } }: Chat): Promise<string[]> => {
    if (personId === null) return []
    const own = [...(await applications.ofPerson(personId)), ...(await applications.filledFor(personId))]
    const live = own.filter(({ state }) => state === 'draft' || concerned.includes(state))
    const known = await activities.byIds([...new Set(live.map(({ activityId }) => activityId))])
    return [...known.values()].flatMap((activity) => {
      const { dutyPhone: phone } = activity.details
      const today = clock.now().toZonedDateTimeISO(activity.timeZone).toPlainDate()
      const isOver = Temporal.PlainDate.compare(today, activity.endsOn.add({ days: 1 })) > 0
      if (typeof phone !== 'string' || isOver) return []
      const title = titleOf(activity, words.language)
      return [words('activities:help.duty', { title, phone: formatPhone(phone) })]
    })
  }
}
