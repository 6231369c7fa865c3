import type { Clock } from '../../../../platform/clock.ts'
import { type People } from '../../../people/index.ts'
import { mustRun } from '../must-run.ts'
import type { ActivityStore } from '../../data/activity-store.ts'
import type { ApplicationStore } from '../../data/application-store.ts'
import type { MomentStore } from '../../data/life/moment-store.ts'
import type { Activity } from '../../domain/activity.ts'
import type { Application } from '../../domain/application.ts'
import { activityErrors } from '../../domain/errors.ts'
import { refusedBy } from '../../domain/guards.ts'
import { changeOf } from '../../domain/life-cycle.ts'
import { offerEnd } from '../../domain/offers.ts'
import { decidedAlready, type Decided } from '../decide-application.ts'
import { needsWord, whyNoSeat } from '../first-answer.ts'

export interface OfferNeeds {
  activities: ActivityStore
  applications: ApplicationStore
  moments: MomentStore
  people: People
  clock: Clock
}

export type OfferSeat = ReturnType<typeof offerSeat>

/** Somebody who waits is offered a seat for some hours; it is held for them meanwhile. */
export function offerSeat(needs: OfferNeeds) {
  const { activities, applications, moments, people, clock } = needs

  async function give(activity: Activity, waiting: Application, by: number | null): Promise<Decided> {
    const dueAt = offerEnd(activity, await activities.documentsOf(activity.id), clock.now())
    await applications.update(waiting.id, { state: 'offered', offerExpiresAt: dueAt })
    await applications.note(waiting.id, 'waitlisted', 'offered', by)
    await moments.plan({ activityId: activity.id, applicationId: waiting.id, kind: 'offer_over', dueAt })
    const application: Application = { ...waiting, state: 'offered', offerExpiresAt: dueAt }
    return { activity, from: 'waitlisted', application }
  }

  return {
    /** By a coordinator's tap, to whom they like. */
    async byHand(applicationId: number, byPersonId: number): Promise<Decided> {
      const { activity, application } = await lockedForCoordinator(needs, applicationId, byPersonId)
      const change = changeOf(application.state, 'offered', 'coordinator')
      if (!change) throw await decidedAlready(needs, application, byPersonId)
      const noSeat = await whyNoSeat(needs, activity, application)
      const refusal = refusedBy(change.guards, { activity, now: clock.now(), noSeat })
      if (refusal) throw refusal
      return give(activity, application, byPersonId)
    },

    /**
     * A seat that had been offered is free again: the next in line gets it. Whoever needs somebody's word first is passed
     * over here, and so is whoever has just let it go (`notTo`); coordinators are asked about them.
     */
    async toNext(activityId: number, notTo: number): Promise<Decided | undefined> {
      const activity = await activities.readLocked(activityId)
      if (!activity || refusedBy(['isAhead'], { activity, now: clock.now() })) return undefined
      const first = await applications.firstWaiting(activity)
      if (first?.id === notTo) return undefined
      const waiting = first && (await applications.readLocked(first.id))
      if (waiting?.state !== 'waitlisted' || (await whyNoSeat(needs, activity, waiting))) return undefined
      if (await needsWord({ applications, people }, activity, waiting)) return undefined
      return give(activity, waiting, null)
    },

    /** A coordinator takes an offer back; whoever had it keeps their place at the front. */
    async takeBack(applicationId: number, byPersonId: number): Promise<Decided> {
      const { activity, application } = await lockedForCoordinator(needs, applicationId, byPersonId)
      if (application.state !== 'offered') throw await decidedAlready(needs, application, byPersonId)
      const waitingPriority = (await applications.highestPriority(activity.id)) + 1
      const waitingSince = clock.now()
      await applications.update(applicationId, { state: 'waitlisted', waitingSince, waitingPriority })
      await applications.note(applicationId, 'offered', 'waitlisted', byPersonId, 'offerTakenBack')
      return {
        activity,
        from: 'offered',
        application: { ...application, state: 'waitlisted', offerExpiresAt: null },
      }
    },

    /** Whoever waits is the next to get a seat, however long others have waited; that is noted. */
    async toFront(applicationId: number, byPersonId: number): Promise<Decided> {
      const { activity, application } = await lockedForCoordinator(needs, applicationId, byPersonId)
      if (application.state !== 'waitlisted') throw await decidedAlready(needs, application, byPersonId)
      const waitingPriority = (await applications.highestPriority(activity.id)) + 1
      await applications.update(applicationId, { waitingPriority })
      await applications.note(applicationId, 'waitlisted', 'waitlisted', byPersonId, 'toFront')
      return { activity, from: 'waitlisted', application: { ...application, waitingPriority } }
    },
  }
}

/** Locked, an activity's lock before its application's, for whoever runs it; nobody decides on their own. */
export async function lockedForCoordinator(
  { activities, applications, people }: Pick<OfferNeeds, 'activities' | 'applications' | 'people'>,
  applicationId: number,
  byPersonId: number,
): Promise<{ activity: Activity; application: Application }> {
  const found = await applications.read(applicationId)
  if (found?.state === 'draft') throw activityErrors.unknown()
  const activity = found && (await activities.readLocked(found.activityId))
  const application = await applications.readLocked(applicationId)
  if (!application || !activity) throw activityErrors.unknown()
  await mustRun(people, activity, byPersonId, 'decideApplications')
  if (application.personId === byPersonId) throw activityErrors.ownApplication()
  return { activity, application }
}
