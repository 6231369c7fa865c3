import type { Activities, Activity } from '../../activities/index.ts'
import type { People } from '../../people/index.ts'
import type { ChangeWatchers } from '../data/changes/change-watchers.ts'
import type { PhonesOfPersons } from '../data/boarding/phones-of-persons.ts'

export interface FollowNeeds {
  activities: Pick<Activities, 'team'>
  people: Pick<People, 'roles'>
  watchers: Pick<ChangeWatchers, 'of'>
  phones: Pick<PhonesOfPersons, 'of'>
}

export type WhoFollowsChanges = ReturnType<typeof whoFollowsChanges>

/**
 * Which coordinators of an activity get the card of its changes: whoever has published one or asked to see, and whoever is
 * on duty; all of them where that is nobody.
 */
export function whoFollowsChanges({ activities, people, watchers, phones }: FollowNeeds) {
  return async (activity: Activity, now: Temporal.Instant): Promise<number[]> => {
    const running = await people.roles.coordinatorsOf(activity.code)
    const onDuty = await activities.team.onDuty(activity.id, now)
    const dutyPhones = new Set(onDuty.flatMap(({ phone }) => phone ?? []))
    const watching = new Set(await watchers.of(activity.id))
    // Their role opens everything to them already: the number they have told is enough, vouched for or not.
    const told = dutyPhones.size > 0 ? await phones.of(running) : new Map<number, string>()
    const those = running.filter(
      (personId) => watching.has(personId) || dutyPhones.has(told.get(personId) ?? ''),
    )
    return those.length > 0 ? those : running
  }
}
