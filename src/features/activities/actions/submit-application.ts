import type { Clock } from '../../../platform/clock.ts'
import type { People } from '../../people/index.ts'
import type { ActivityStore } from '../data/activity-store.ts'
import type { ApplicationStore } from '../data/application-store.ts'
import { closedBecause, isTrip, type Activity } from '../domain/activity.ts'
import type { Application } from '../domain/application.ts'
import { activityErrors } from '../domain/errors.ts'
import type { WaitReason } from '../domain/seats.ts'
import { currentStep } from '../domain/steps.ts'
import { firstAnswer } from './first-answer.ts'
import { rememberTold } from './remember-told.ts'

export interface SubmitNeeds {
  activities: ActivityStore
  applications: ApplicationStore
  people: People
  clock: Clock
  /** Makes a firm of the new one that was told about; `undefined` when that has to be asked about first. */
  settleFirm(draft: Application): Promise<Application | undefined>
}

export interface Submitted {
  application: Application
  activity: Activity
  /** Why an automatic approval ended on the waiting list. */
  because?: WaitReason
}

/**
 * Hands in an application: it gets its number, and where approval is automatic its answer too. `undefined` when its new
 * firm turns out to be known: that is asked about first.
 */
export function submitApplication({ activities, applications, people, clock, settleFirm }: SubmitNeeds) {
  return async (unsettled: Application): Promise<Submitted | undefined> => {
    // The activity's lock comes before its applications' everywhere: seats and numbers are given out by one at a time.
    const activity = await activities.readLocked(unsettled.activityId)
    if (!activity) throw activityErrors.unknown()
    const closed = closedBecause(activity, clock.now())
    if (closed) throw activityErrors.notOpen(closed)
    if (currentStep({ application: unsettled, isTrip: isTrip(activity.kind) }) !== 'summary')
      throw activityErrors.notComplete()
    const draft = await settleFirm(unsettled)
    if (!draft) return undefined

    const { state, because } = await firstAnswer({ applications, people }, activity, draft)
    const number = await activities.nextNumber(activity.id)
    const now = clock.now()
    const waitingSince = state === 'waitlisted' ? now : null
    // Before the application counts: whoever hears of that goes by what is known of the person.
    await rememberTold(people, draft)
    await applications.update(draft.id, { state, number, submittedAt: now, isPaused: false, waitingSince })
    await applications.note(draft.id, 'draft', state, draft.filledBy ?? draft.personId, because)
    return {
      activity,
      application: { ...draft, state, number, submittedAt: now },
      ...(because ? { because } : {}),
    }
  }
}
