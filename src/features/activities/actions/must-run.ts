import { mayDo, type Action, type People } from '../../people/index.ts'
import type { Activity } from '../domain/activity.ts'
import { activityErrors } from '../domain/errors.ts'

/** The activity, for somebody who may do this with it; an activity that is gone, and anybody else, is refused. */
export async function mustRun(
  { roles }: Pick<People, 'roles'>,
  activity: Activity | undefined,
  personId: number | null,
  action: Action,
): Promise<Activity> {
  if (!activity) throw activityErrors.unknown()
  const grants = personId === null ? [] : await roles.of(personId)
  if (!mayDo(grants, action, activity.code)) throw activityErrors.notYours()
  return activity
}
