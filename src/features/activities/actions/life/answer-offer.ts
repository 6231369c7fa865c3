import type { Clock } from '../../../../platform/clock.ts'
import type { ActivityStore } from '../../data/activity-store.ts'
import type { ApplicationStore } from '../../data/application-store.ts'
import type { Activity } from '../../domain/activity.ts'
import type { Application } from '../../domain/application.ts'
import { activityErrors } from '../../domain/errors.ts'
import { refusedBy } from '../../domain/guards.ts'
import { changeOf } from '../../domain/life-cycle.ts'
import type { Decided } from '../decide-application.ts'
import { mayTakeBack } from '../withdraw-application.ts'

export interface AnswerOfferNeeds {
  activities: ActivityStore
  applications: ApplicationStore
  clock: Clock
}

export type OfferAnswer = 'take' | 'decline'

/** `late`: the time has passed, by a second or by days; `isNew`: nobody had noticed that before. */
export type Answered =
  | { kind: 'taken' | 'declined'; decided: Decided }
  | { kind: 'late'; decided: Decided; isNew: boolean; endedAt: Temporal.Instant }

/** Whoever has been offered a seat takes it or lets it go, while it is held for them. */
export function answerOffer(needs: AnswerOfferNeeds) {
  const { activities, applications, clock } = needs
  const end = endOffer(needs)

  return async (applicationId: number, personId: number, answer: OfferAnswer): Promise<Answered> => {
    const found = await applications.read(applicationId)
    const activity = found && (await activities.readLocked(found.activityId))
    const application = await applications.readLocked(applicationId)
    if (!application || !activity || !(await mayTakeBack(applications, application, personId)))
      throw activityErrors.notYours()
    if (application.state !== 'offered') return late(activity, application, personId)
    const to = answer === 'take' ? 'approved' : 'declined'
    const { offerExpiresAt } = application
    if (refusedBy(['isInTime'], { activity, now: clock.now(), offerExpiresAt })) {
      const decided = await end(applicationId)
      if (decided) return { kind: 'late', decided, isNew: true, endedAt: offerExpiresAt ?? clock.now() }
    }
    const refusal = refusedBy(changeOf('offered', to)?.guards ?? [], {
      ...{ activity, now: clock.now(), offerExpiresAt },
    })
    if (refusal) throw refusal
    await applications.update(applicationId, { state: to })
    await applications.note(applicationId, 'offered', to, personId)
    const decided: Decided = {
      activity,
      from: 'offered',
      application: { ...application, state: to, offerExpiresAt: null },
    }
    return { kind: answer === 'take' ? 'taken' : 'declined', decided }
  }

  /** What has been answered before is said; what has passed is told kindly. */
  async function late(activity: Activity, application: Application, personId: number): Promise<Answered> {
    const last = await applications.lastDecision(application.id)
    if (application.state === 'waitlisted' && last?.reason === 'offerOver')
      return {
        ...{ kind: 'late', isNew: false, endedAt: last.at },
        decided: { activity, application, from: 'offered' },
      }
    throw activityErrors.decidedAlready({ state: application.state }, last?.byPersonId === personId)
  }
}

/** The time of an offer has passed: whoever had it is the last in the line. Nothing where it has been answered. */
export function endOffer({ activities, applications, clock }: AnswerOfferNeeds) {
  return async (applicationId: number): Promise<Decided | undefined> => {
    const found = await applications.read(applicationId)
    const activity = found && (await activities.readLocked(found.activityId))
    const application = await applications.readLocked(applicationId)
    if (!activity || application?.state !== 'offered') return undefined
    const endsAt = application.offerExpiresAt
    if (endsAt && Temporal.Instant.compare(clock.now(), endsAt) < 0) return undefined
    await applications.update(applicationId, { state: 'waitlisted', waitingSince: clock.now() })
    await applications.note(applicationId, 'offered', 'waitlisted', null, 'offerOver')
    return {
      activity,
      from: 'offered',
      application: { ...application, state: 'waitlisted', offerExpiresAt: null },
    }
  }
}
