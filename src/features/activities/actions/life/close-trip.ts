import type { Clock } from '../../../../platform/clock.ts'
import type { People } from '../../../people/index.ts'
import type { ActivityStore } from '../../data/activity-store.ts'
import type { ApplicationStore } from '../../data/application-store.ts'
import type { MomentStore } from '../../data/life/moment-store.ts'
import type { Activity } from '../../domain/activity.ts'
import type { Application } from '../../domain/application.ts'
import { refusedBy } from '../../domain/guards.ts'
import { changeOf, type ApplicationState } from '../../domain/life-cycle.ts'
import { decidedAlready, type Decided } from '../decide-application.ts'
import { lockedForCoordinator } from './offer-seat.ts'

export interface CloseTripNeeds {
  activities: ActivityStore
  applications: ApplicationStore
  moments: MomentStore
  people: People
  clock: Clock
  /** Who attended a mandatory item or was on board, by application. */
  attended(activityId: number): Promise<ReadonlySet<number>>
}

/** The hour of the next day at which whoever did not come is written to, by their own clock. */
const writtenAt = Temporal.PlainTime.from('10:00')
/** More than ever have a seat. */
const everybody = 5000

/** Who did not come, who came after all, and who took part. */
export function closeTrip(needs: CloseTripNeeds) {
  const { activities, applications, moments, people, clock } = needs

  async function change(applicationId: number, byPersonId: number, to: ApplicationState): Promise<Decided> {
    const { activity, application } = await lockedForCoordinator(needs, applicationId, byPersonId)
    const found = changeOf(application.state, to, 'coordinator')
    if (!found) throw await decidedAlready(needs, application, byPersonId)
    const refusal = refusedBy(found.guards, { activity, now: clock.now() })
    if (refusal) throw refusal
    await applications.update(applicationId, { state: to })
    await applications.note(applicationId, application.state, to, byPersonId)
    return { activity, from: application.state, application: { ...application, state: to } }
  }

  return {
    /** Was not there at departure. They are written to the next day, not now: perhaps they come yet. */
    async noShow(applicationId: number, byPersonId: number): Promise<Decided> {
      const decided = await change(applicationId, byPersonId, 'no_show')
      const { personId, activityId } = decided.application
      const zone = await people.zoneOf(personId)
      const dueAt = clock
        .now()
        .toZonedDateTimeISO(zone)
        .toPlainDate()
        .add({ days: 1 })
        .toZonedDateTime({ timeZone: zone, plainTime: writtenAt })
        .toInstant()
      await moments.plan({ activityId, applicationId, kind: 'no_show_word', dueAt })
      return decided
    },

    cameAfterAll: (applicationId: number, byPersonId: number) =>
      change(applicationId, byPersonId, 'approved'),

    tookPart: (applicationId: number, byPersonId: number) => change(applicationId, byPersonId, 'completed'),

    /** It is over: whoever is known to have been there took part; the others are returned. */
    async end(
      activityId: number,
    ): Promise<{ activity: Activity; completed: Decided[]; unknown: Application[] } | undefined> {
      const activity = await activities.readLocked(activityId)
      if (!activity || activity.state === 'cancelled') return undefined
      if (refusedBy(['isOver'], { activity, now: clock.now() })) return undefined
      const wereThere = await needs.attended(activityId)
      const completed: Decided[] = []
      const unknown: Application[] = []
      for (const { id } of await applications.page(activityId, ['approved'], 0, everybody)) {
        const application = await applications.readLocked(id)
        if (application?.state !== 'approved') continue
        if (!wereThere.has(id)) {
          unknown.push(application)
          continue
        }
        await applications.update(id, { state: 'completed' })
        await applications.note(id, 'approved', 'completed', null, 'attended')
        completed.push({ activity, from: 'approved', application: { ...application, state: 'completed' } })
      }
      return { activity, completed, unknown }
    },
  }
}
