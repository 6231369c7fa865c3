import { titleOf } from '../../domain/activity.ts'
import { beginActivity, begun, type BeginActivityNeeds } from '../../actions/life/begin-activity.ts'
import * as buttons from '../buttons.ts'
import type { Coordinators } from '../deciding/coordinators.ts'
import { following, type FollowingNeeds } from './following.ts'

export interface ActivityBeginsNeeds extends BeginActivityNeeds, FollowingNeeds {
  coordinators: Pick<Coordinators, 'hearOfActivity'>
}

/** On the first morning everybody who waits hears the last word, once, and the coordinators how many they were. */
export function activityBegins(needs: ActivityBeginsNeeds) {
  const begin = beginActivity(needs)
  const follow = following(needs)

  return async (activityId: number): Promise<void> => {
    const ended = await begin(activityId)
    if (!ended) return
    const { activity, closed, kept } = ended
    for (const decided of kept) await follow(decided)
    for (const decided of closed) await follow({ ...decided, rejection: begun })
    if (closed.length === 0) return
    await needs.coordinators.hearOfActivity(activity, (words) => ({
      text: words('life:begun.closed', { title: titleOf(activity, words.language), count: closed.length }),
      keyboard: [
        [
          {
            text: words.plain('life:ended.list'),
            callback_data: buttons.listApplications.pack({ activityId, state: 'rejected', offset: 0 }),
          },
        ],
      ],
    }))
  }
}
