import type { Clock } from '../../../platform/clock.ts'
import type { ActivityStore } from '../data/activity-store.ts'
import type { ApplicationStore } from '../data/application-store.ts'
import { nameIn, type Application } from '../domain/application.ts'
import { activityErrors } from '../domain/errors.ts'
import { refusedBy } from '../domain/guards.ts'
import { changeOf } from '../domain/life-cycle.ts'
import type { WithdrawalReason } from '../domain/withdrawal.ts'
import type { Decided } from './decide-application.ts'

export interface WithdrawNeeds {
  activities: ActivityStore
  applications: ApplicationStore
  clock: Clock
}

/** One's own, one made for a colleague who has not taken it over yet, or of somebody without Telegram for whom one speaks. */
export const mayTakeBack = async (
  { filledFor, mayActByHand }: Pick<ApplicationStore, 'filledFor' | 'mayActByHand'>,
  application: Application,
  personId: number,
): Promise<boolean> =>
  application.personId === personId ||
  (application.filledBy === personId &&
    (await filledFor(personId)).some(({ id }) => id === application.id)) ||
  (await mayActByHand(application, personId))

/** Somebody takes their application back; until the trip begins. What was planned for it ends. */
export function withdrawApplication({ activities, applications, clock }: WithdrawNeeds) {
  return async (applicationId: number, personId: number): Promise<Decided> => {
    const found = await applications.read(applicationId)
    const activity = found && (await activities.readLocked(found.activityId))
    const application = await applications.readLocked(applicationId)
    if (!application || !activity || !(await mayTakeBack(applications, application, personId)))
      throw activityErrors.notYours()
    if (application.state === 'withdrawn')
      throw activityErrors.withdrawn(
        application.personId === personId ? undefined : nameIn(application.answers),
      )
    const change = changeOf(application.state, 'withdrawn', 'applicant')
    if (!change || refusedBy(change.guards, { activity, now: clock.now() }))
      throw activityErrors.cannotWithdraw()
    await applications.update(application.id, { state: 'withdrawn' })
    await applications.note(application.id, application.state, 'withdrawn', personId)
    return { activity, from: application.state, application: { ...application, state: 'withdrawn' } }
  }
}

/** Why, in a tap, afterwards: kept with what happened, for the coordinators. */
export function sayWhyWithdrawn({ activities, applications }: Omit<WithdrawNeeds, 'clock'>) {
  return async (applicationId: number, personId: number, reason: WithdrawalReason) => {
    const application = await applications.readLocked(applicationId)
    const activity = application && (await activities.read(application.activityId))
    const event = application && (await applications.lastDecision(applicationId))
    const isTheirs = application?.state === 'no_show' ? application.personId : event?.byPersonId
    if (!activity || !event || isTheirs !== personId) throw activityErrors.notYours()
    if (application.state !== 'withdrawn' && application.state !== 'no_show') throw activityErrors.answered()
    await applications.noteWhy(event.id, reason)
    return { application, activity }
  }
}
