import type { ActivityStore } from '../../data/activity-store.ts'
import type { ApplicationStore } from '../../data/application-store.ts'
import type { MomentStore } from '../../data/life/moment-store.ts'
import type { Clock } from '../../../../platform/clock.ts'
import type { Activity } from '../../domain/activity.ts'
import type { Application } from '../../domain/application.ts'
import { activityErrors } from '../../domain/errors.ts'
import { mayTakeBack } from '../withdraw-application.ts'

export interface SayComingNeeds {
  activities: ActivityStore
  applications: ApplicationStore
  moments: MomentStore
  clock: Clock
}

/** Whoever has a seat says that they are coming; nobody reminds them any more. */
export function sayComing({ activities, applications, moments, clock }: SayComingNeeds) {
  return async (
    applicationId: number,
    personId: number,
  ): Promise<{ application: Application; activity: Activity; isNew: boolean }> => {
    const application = await applications.readLocked(applicationId)
    const activity = application && (await activities.read(application.activityId))
    if (!activity || !(await mayTakeBack(applications, application, personId)))
      throw activityErrors.notYours()
    if (application.state !== 'approved') throw activityErrors.decidedAlready({ state: application.state })
    if (application.comingAt) return { application, activity, isNew: false }
    const comingAt = clock.now()
    await applications.update(applicationId, { comingAt })
    await applications.note(applicationId, 'approved', 'approved', personId, 'coming')
    await moments.cancelOf(applicationId, ['ask_coming', 'ask_coming_again'])
    return { application: { ...application, comingAt }, activity, isNew: true }
  }
}
