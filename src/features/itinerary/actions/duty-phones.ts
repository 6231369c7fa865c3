import type { Activities, Activity } from '../../activities/index.ts'

export interface DutyPhonesNeeds {
  activities: Pick<Activities, 'team'>
}

/** Whom to call at any hour: the phone of the activity, else those of its team who are on duty, at most two. */
export function dutyPhones({ activities }: DutyPhonesNeeds) {
  return async (activity: Activity, now: Temporal.Instant): Promise<string[]> => {
    const own = activity.details['dutyPhone']
    if (typeof own === 'string' && own !== '') return [own]
    const team = await activities.team.onDuty(activity.id, now)
    return team.flatMap(({ phone }) => phone ?? []).slice(0, 2)
  }
}
