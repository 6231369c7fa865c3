import type { Clock } from '../../../platform/clock.ts'
import { mayCoordinate, type People } from '../../people/index.ts'
import type { ActivityStore } from '../data/activity-store.ts'
import type { ApplicationStore } from '../data/application-store.ts'
import type { Activity } from '../domain/activity.ts'
import { transitions, type Application, type ApplicationState } from '../domain/application.ts'
import { activityErrors } from '../domain/errors.ts'
import { noSeatBecause, type NoSeat } from '../domain/seats.ts'

export interface DecideNeeds {
  activities: ActivityStore
  applications: ApplicationStore
  people: People
  clock: Clock
}

export type Decision = { outcome: 'approved' | 'waitlisted' } | { outcome: 'rejected'; reason: string }

export interface Decided {
  application: Application
  /** Where it stood before. */
  from: ApplicationState
  activity: Activity
  /** What was asked for could not be had: approved became waitlisted. */
  because?: NoSeat
}

/** A coordinator decides. Two tapping at once end as one decision; the second is told which. */
export function decideApplication({ activities, applications, people, clock }: DecideNeeds) {
  return async (applicationId: number, byPersonId: number, decision: Decision): Promise<Decided> => {
    const found = await applications.read(applicationId)
    // What has not been handed in is nobody's business yet.
    if (found?.state === 'draft') throw activityErrors.unknown()
    const activity = found && (await activities.readLocked(found.activityId))
    const application = await applications.readLocked(applicationId)
    if (!application || !activity) throw activityErrors.unknown()
    if (!mayCoordinate(await people.roles.of(byPersonId), activity.code)) throw activityErrors.notYours()
    if (application.personId === byPersonId) throw activityErrors.ownApplication()

    const { state, because } = await outcomeOf(decision, activity, application)
    if (!transitions[application.state].includes(state))
      throw activityErrors.decidedAlready({ state: application.state })
    const waitingSince = state === 'waitlisted' ? clock.now() : null
    await applications.update(application.id, { state, waitingSince })
    const reason = decision.outcome === 'rejected' ? decision.reason : because
    await applications.note(application.id, application.state, state, byPersonId, reason)
    return {
      activity,
      from: application.state,
      application: { ...application, state },
      ...(because ? { because } : {}),
    }
  }

  async function outcomeOf(
    decision: Decision,
    activity: Activity,
    application: Application,
  ): Promise<{ state: ApplicationState; because?: NoSeat }> {
    if (decision.outcome !== 'approved' || application.state === 'approved')
      return { state: decision.outcome }
    const because = noSeatBecause(activity, await applications.seats(activity.id, application.firmId))
    if (!because) return { state: 'approved' }
    if (application.state === 'waitlisted') throw activityErrors.noSeat(because)
    return { state: 'waitlisted', because }
  }
}

/** One's own, or one made for a colleague who has not taken it over yet. */
export const mayTakeBack = async (
  { filledFor }: Pick<ApplicationStore, 'filledFor'>,
  application: Application,
  personId: number,
): Promise<boolean> =>
  application.personId === personId ||
  (application.filledBy === personId && (await filledFor(personId)).some(({ id }) => id === application.id))

/** Somebody takes their application back; until the trip begins. */
export function withdrawApplication({ activities, applications, clock }: DecideNeeds) {
  return async (applicationId: number, personId: number): Promise<Decided> => {
    const found = await applications.read(applicationId)
    const activity = found && (await activities.readLocked(found.activityId))
    const application = await applications.readLocked(applicationId)
    if (!application || !activity || !(await mayTakeBack(applications, application, personId)))
      throw activityErrors.notYours()
    const today = clock.now().toZonedDateTimeISO(activity.timeZone).toPlainDate()
    const hasBegun = Temporal.PlainDate.compare(today, activity.startsOn) >= 0
    if (hasBegun || !transitions[application.state].includes('withdrawn'))
      throw activityErrors.cannotWithdraw()
    await applications.update(application.id, { state: 'withdrawn', waitingSince: null })
    await applications.note(application.id, application.state, 'withdrawn', personId)
    return { activity, from: application.state, application: { ...application, state: 'withdrawn' } }
  }
}
