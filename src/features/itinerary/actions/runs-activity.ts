import type { Activities, Activity } from '../../activities/index.ts'
import { mayDo, type People } from '../../people/index.ts'
import { programmeErrors } from '../domain/programme-errors.ts'

export type RunsActivity = ReturnType<typeof runsActivity>

/** The activity, if this person coordinates it; else a refusal. */
export function runsActivity({
  people,
  activities,
}: {
  people: People
  activities: Pick<Activities, 'store'>
}) {
  return async (personId: number | null, activityId: number): Promise<Activity> => {
    const activity = await activities.store.read(activityId)
    if (!activity) throw programmeErrors.gone()
    const grants = personId === null ? [] : await people.roles.of(personId)
    if (!mayDo(grants, 'planProgramme', activity.code)) throw programmeErrors.notYours()
    return activity
  }
}
