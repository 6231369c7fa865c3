import type { Clock } from '../../../platform/clock.ts'
import type { Activities, Activity } from '../../activities/index.ts'
import type { Reach } from '../../people/index.ts'

export interface RunningActivitiesNeeds {
  activities: Pick<Activities, 'store'>
  clock: Clock
  homeTimeZone: string
}

export type RunningActivities = ReturnType<typeof runningActivities>

/** The activities a form can be asked for: what runs, and what has ended lately, since a survey is asked afterwards. */
export function runningActivities({ activities: { store }, clock, homeTimeZone }: RunningActivitiesNeeds) {
  return async (reach: Reach): Promise<Activity[]> => {
    const today = clock.now().toZonedDateTimeISO(homeTimeZone).toPlainDate()
    const now = await store.onDesk('running', today, reach, { offset: 0, limit: 20 })
    const past = await store.onDesk('past', today, reach, { offset: 0, limit: 5 })
    return [...now.activities, ...past.activities.filter(({ state }) => state !== 'cancelled')]
  }
}
