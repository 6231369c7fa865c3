import type { Clock } from '../../../platform/clock.ts'
import { displayName, type People } from '../../people/index.ts'
import { mustRun } from './must-run.ts'
import type { DomainError } from '../../../shared/domain-error.ts'
import type { ActivityStore } from '../data/activity-store.ts'
import type { ApplicationStore } from '../data/application-store.ts'
import type { Activity } from '../domain/activity.ts'
import type { Application } from '../domain/application.ts'
import { activityErrors } from '../domain/errors.ts'
import { writeRejection, type Rejection } from '../domain/rejection.ts'
import type { WaitReason } from '../domain/seats.ts'
import { whyNoSeat } from './first-answer.ts'
import { refusedBy } from '../domain/guards.ts'
import { changeOf, type ApplicationState } from '../domain/life-cycle.ts'

export interface DecideNeeds {
  activities: ActivityStore
  applications: ApplicationStore
  people: People
  clock: Clock
}

export type Decision = { outcome: 'approved' | 'waitlisted' } | { outcome: 'rejected'; rejection: Rejection }

export interface Decided {
  application: Application
  /** Where it stood before. */
  from: ApplicationState
  activity: Activity
  /** What was asked for could not be had: approved became waitlisted. */
  because?: WaitReason
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
    await mustRun(people, activity, byPersonId, 'decideApplications')
    if (application.personId === byPersonId) throw activityErrors.ownApplication()

    const change = changeOf(application.state, decision.outcome, 'coordinator')
    if (!change) throw await decidedAlready({ applications, people }, application, byPersonId)
    const refusal = refusedBy(change.guards, { activity, now: clock.now() })
    if (refusal) throw refusal
    const { state, because } = await outcomeOf(decision, activity, application)
    const waitingSince = state === 'waitlisted' ? clock.now() : null
    await applications.update(application.id, { state, waitingSince })
    const reason = decision.outcome === 'rejected' ? writeRejection(decision.rejection) : because
    await applications.note(application.id, application.state, state, byPersonId, reason)
    await people.audit.note({
      ...{ byPersonId, act: 'changed', what: 'decision' },
      ...{ activityId: activity.id, aboutPersonIds: [application.personId] },
    })
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
  ): Promise<{ state: ApplicationState; because?: WaitReason }> {
    if (decision.outcome !== 'approved') return { state: decision.outcome }
    const because = await whyNoSeat({ applications }, activity, application)
    if (!because) return { state: 'approved' }
    if (application.state === 'waitlisted') throw activityErrors.noSeat(because)
    return { state: 'waitlisted', because }
  }
}

/** Refuses what has been decided, by name where somebody else has done it. */
export async function decidedAlready(
  { applications, people }: Pick<DecideNeeds, 'applications' | 'people'>,
  { id, state }: Application,
  readerId: number,
): Promise<DomainError> {
  const event = await applications.lastDecision(id)
  const isSomebodyElse = event && event.byPersonId !== readerId && event.fromState !== 'draft'
  if (!isSomebodyElse || event.byPersonId === null || state === 'withdrawn')
    return activityErrors.decidedAlready({ state }, event?.byPersonId === readerId)
  const person = await people.persons.read(event.byPersonId)
  if (!person) return activityErrors.decidedAlready({ state })
  return activityErrors.decidedBy({ state, name: displayName(person) })
}
