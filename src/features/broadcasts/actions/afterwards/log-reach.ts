import type { Activities } from '../../../activities/index.ts'
import { mayDo, reachOf, type People } from '../../../people/index.ts'
import type { LogReach } from '../../data/log-store.ts'
import { composingErrors } from '../../domain/composing/errors.ts'

export type LogReachOf = ReturnType<typeof logReach>

/** Whose broadcasts somebody may look through: of an activity that they coordinate (0: of all that they do); else a refusal. */
export function logReach({
  people,
  activities,
}: {
  people: Pick<People, 'roles'>
  activities: Pick<Activities, 'store'>
}) {
  return async (personId: number | null, activityId: number): Promise<LogReach> => {
    const grants = personId === null ? [] : await people.roles.of(personId)
    if (!mayDo(grants, 'announce')) throw composingErrors.onlyCoordinators()
    if (activityId === 0) {
      const reach = reachOf(grants, 'announce')
      return reach === 'everywhere' ? 'everything' : { codes: reach }
    }
    const activity = await activities.store.read(activityId)
    if (!activity || !mayDo(grants, 'announce', activity.code)) throw composingErrors.notYours()
    return { activityId }
  }
}
