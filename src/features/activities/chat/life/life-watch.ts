import type { Watch } from '../../../../bot/keep-watch.ts'
import type { ActivityStore } from '../../data/activity-store.ts'
import type { MomentStore } from '../../data/life/moment-store.ts'
import type { LifeMoment, MomentKind } from '../../domain/moments.ts'

export interface LifeWatchNeeds {
  activities: Pick<ActivityStore, 'readLocked'>
  moments: Pick<MomentStore, 'nextDue' | 'firstDue' | 'take'>
  /** What each kind of moment brings about; one that nothing is done about is only taken out. */
  comes: Partial<Record<MomentKind, (moment: LifeMoment) => Promise<void>>>
}

/** What falls due in the life of applications, one moment after the other, each in a transaction of its own. */
export const lifeWatch = ({ activities, moments, comes }: LifeWatchNeeds): Watch => ({
  name: 'activities.life',
  nextDue: () => moments.nextDue(),
  async work(now) {
    const moment = await moments.firstDue(now)
    if (!moment) return false
    // The activity's lock comes first everywhere; only then it is seen whether somebody was faster.
    await activities.readLocked(moment.activityId)
    if (await moments.take(moment)) await comes[moment.kind]?.(moment)
    return true
  },
})
