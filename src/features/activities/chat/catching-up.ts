import type { People } from '../../people/index.ts'
import type { ActivityStore } from '../data/activity-store.ts'
import type { ApplicationStore } from '../data/application-store.ts'
import { readRejection } from '../domain/rejection.ts'
import { waitReasons } from '../domain/seats.ts'
import type { Announcements } from './announcements.ts'
import type { TellOutcome } from './tell-outcome.ts'

export interface CatchingUpNeeds {
  activities: ActivityStore
  applications: ApplicationStore
  people: People
  tellOutcome: TellOutcome
  announced: Pick<Announcements, 'tellHowItIs'>
}

/**
 * Says what could not be said while nobody could be reached: what was decided or has changed, as it is now, and the
 * consents that are open since.
 * Called when somebody opens the link a colleague has sent them, comes back, or moves to another account.
 */
export function catchingUp({ activities, applications, people, tellOutcome, announced }: CatchingUpNeeds) {
  return async (personId: number): Promise<void> => {
    const untold = await applications.untold(personId)
    const known = await activities.byIds(untold.map(({ activityId }) => activityId))
    for (const application of untold) {
      const activity = known.get(application.activityId)
      if (activity && application.state === 'submitted') {
        await announced.tellHowItIs(application, activity)
        continue
      }
      const reason = (await applications.lastDecision(application.id))?.reason
      const because = waitReasons.find((name) => name === reason)
      if (activity)
        await tellOutcome({
          application,
          activity,
          ...(because ? { because } : {}),
          ...(application.state === 'rejected' ? { rejection: readRejection(reason) } : {}),
        })
    }
    if (!untold.some(({ state }) => state === 'approved')) await people.askConsents(personId)
  }
}
