import type { ActivityStore } from './data/activity-store.ts'
import type { Activity } from './domain/activity.ts'
import { closesOtherwise } from './domain/closing/closing-moments.ts'

export interface ActivityFollowers {
  participantsChanged(activityId: number, applicationIds: 'all'): Promise<void>
  /** What falls due for those who have a seat goes by its days. */
  planLife(activity: Activity): Promise<void>
  /** When whoever is invited is told that it closes. */
  planClosing(activity: Activity): Promise<void>
}

/**
 * The activities, of which later rooms hear when one is at another time or place, is paid for by others, or does not take
 * place as it did; whoever is invited is reminded by the deadline it has now.
 */
export const followedActivities = (
  activities: ActivityStore,
  { participantsChanged, planClosing, planLife }: ActivityFollowers,
): ActivityStore => {
  async function follow(before: Activity | undefined, after: Activity | undefined): Promise<void> {
    if (after && (before ? isAnother(before, after) : isSupported(after)))
      await participantsChanged(after.id, 'all')
    if (after && (!before || hasOtherDays(before, after))) await planLife(after)
    if (after && (!before || closesOtherwise(before, after))) await planClosing(after)
  }
  return {
    ...activities,
    async save(activity) {
      const before = await activities.byCode(activity.code)
      const after = await activities.save(activity)
      await follow(before, after)
      return after
    },
    async update(id, changes) {
      const before = await activities.read(id)
      await activities.update(id, changes)
      await follow(before, await activities.read(id))
    },
  }
}

const hasOtherDays = (before: Activity, after: Activity): boolean =>
  before.details['confirmBy'] !== after.details['confirmBy'] ||
  before.details['minimum'] !== after.details['minimum'] ||
  String(before.decisionOn) !== String(after.decisionOn) ||
  String(before.applicationsCloseAt) !== String(after.applicationsCloseAt) ||
  !before.startsOn.equals(after.startsOn) ||
  !before.endsOn.equals(after.endsOn)

const isAnother = (before: Activity, after: Activity): boolean =>
  before.timeZone !== after.timeZone ||
  before.state !== after.state ||
  before.hours !== after.hours ||
  isSupported(before) !== isSupported(after) ||
  !before.startsOn.equals(after.startsOn) ||
  !before.endsOn.equals(after.endsOn) ||
  JSON.stringify(before.city) !== JSON.stringify(after.city)

/** What the Ministry supports has duties that coordinators are reminded of, whoever has a seat. */
const isSupported = ({ details }: Activity): boolean => details['funding'] === 'urge'
