import type { People } from '../../people/index.ts'
import type { ActivityStore } from '../data/activity-store.ts'
import type { ApplicationStore } from '../data/application-store.ts'
import type { Activity } from '../domain/activity.ts'
import type { Application } from '../domain/application.ts'
import { readRejection } from '../domain/rejection.ts'
import type { ApplicationState } from '../domain/life-cycle.ts'
import { waitReasons } from '../domain/seats.ts'
import type { Announcements } from './announcements.ts'
import type { CardCopies } from './deciding/card-copies.ts'
import type { TellOutcome } from './deciding/tell-outcome.ts'

export interface CatchingUpNeeds {
  activities: ActivityStore
  applications: ApplicationStore
  people: People
  tellOutcome: TellOutcome
  announced: Pick<Announcements, 'tellHowItIs'>
  copies: Pick<CardCopies, 'refresh'>
}

/**
 * Says what could not be said while nobody could be reached: what was decided or has changed, as it is now, and the
 * consents that are open since.
 * Called when somebody opens the link a colleague has sent them, comes back, or moves to another account.
 */
export function catchingUp(needs: CatchingUpNeeds) {
  const { activities, applications, people, tellOutcome, announced, copies } = needs

  /** The coordinators' cards stop saying that nobody has been told. */
  async function showTold({ id }: Application, activity: Activity): Promise<void> {
    const application = await applications.read(id)
    if (application && !application.isUntold) await copies.refresh(application, activity)
  }

  return async (personId: number): Promise<void> => {
    const untold = await applications.untold(personId)
    const known = await activities.byIds(untold.map(({ activityId }) => activityId))
    for (const application of untold) {
      const activity = known.get(application.activityId)
      if (!activity) continue
      if (application.state === 'submitted') {
        await announced.tellHowItIs(application, activity)
        await showTold(application, activity)
        continue
      }
      const decision = await applications.lastDecision(application.id)
      const reason = decision?.reason
      const because = waitReasons.find((name) => name === reason)
      await tellOutcome({
        application,
        activity,
        ...(decision?.toState === application.state ? { from: decision.fromState as ApplicationState } : {}),
        ...(because ? { because } : {}),
        ...(application.state === 'rejected' ? { rejection: readRejection(reason) } : {}),
      })
      await showTold(application, activity)
    }
    if (!untold.some(({ state }) => state === 'approved')) await people.askConsents(personId)
  }
}
