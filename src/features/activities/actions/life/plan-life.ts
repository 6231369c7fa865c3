import type { Clock } from '../../../../platform/clock.ts'
import type { People } from '../../../people/index.ts'
import type { ApplicationStore } from '../../data/application-store.ts'
import type { MomentStore } from '../../data/life/moment-store.ts'
import type { Activity } from '../../domain/activity.ts'
import type { Application } from '../../domain/application.ts'
import { comingMoments, comingUntil } from '../../domain/coming.ts'

export interface PlanLifeNeeds {
  applications: Pick<ApplicationStore, 'page' | 'lastDecision'>
  moments: MomentStore
  people: Pick<People, 'zoneOf'>
  clock: Clock
  homeTimeZone: string
}

export type PlanLife = ReturnType<typeof planLife>

/** The hour of the first day at which whoever still waits hears the last word; of the day after the last one, who took part. */
const hours = { begun: Temporal.PlainTime.from('10:00'), ended: Temporal.PlainTime.from('12:00') }
/** The hour of the day of decisions. */
const lookedAt = Temporal.PlainTime.from('09:00')
/** More than ever have a seat. */
const everybody = 5000

/** What falls due for whoever is approved: to say that they are coming, and the end. */
export function planLife({ applications, moments, people, clock, homeTimeZone }: PlanLifeNeeds) {
  async function ofOne(activity: Activity, application: Application, since: Temporal.Instant) {
    const { id: applicationId, personId } = application
    const until = application.comingAt === null ? comingUntil(activity, since) : undefined
    if (!until) return
    const zone = await people.zoneOf(personId)
    const { ask, again, silent } = comingMoments(until, { now: clock.now(), zone, home: homeTimeZone })
    const about = { activityId: activity.id, applicationId }
    if (ask) await moments.plan({ ...about, kind: 'ask_coming', dueAt: ask })
    if (again) await moments.plan({ ...about, kind: 'ask_coming_again', dueAt: again })
    if (Temporal.Instant.compare(silent, clock.now()) > 0)
      await moments.plan({
        activityId: activity.id,
        applicationId: null,
        kind: 'coming_silent',
        dueAt: silent,
      })
  }

  const end = (activity: Activity) => onceOn(activity, 'ended', activity.endsOn.add({ days: 1 }))

  /** On a day, by the activity's clock. */
  async function onceOn(activity: Activity, kind: 'begun' | 'ended', day: Temporal.PlainDate): Promise<void> {
    const dueAt = day.toZonedDateTime({ timeZone: activity.timeZone, plainTime: hours[kind] }).toInstant()
    if (Temporal.Instant.compare(dueAt, clock.now()) > 0)
      await moments.plan({ activityId: activity.id, applicationId: null, kind, dueAt })
  }

  /** Decisions are due on the day that was promised, and by then enough people should have a seat. */
  async function decisionDay(activity: Activity): Promise<void> {
    const { decisionOn, applicationsCloseAt, startsOn } = activity
    const at = (day: Temporal.PlainDate) =>
      day.toZonedDateTime({ timeZone: homeTimeZone, plainTime: lookedAt }).toInstant()
    const dueAt = decisionOn ? at(decisionOn) : (applicationsCloseAt ?? at(startsOn.subtract({ days: 14 })))
    if (Temporal.Instant.compare(dueAt, clock.now()) <= 0) return
    const about = { activityId: activity.id, applicationId: null, dueAt }
    if (typeof activity.details['minimum'] === 'number') await moments.plan({ ...about, kind: 'minimum' })
    if (decisionOn) await moments.plan({ ...about, kind: 'decide' })
  }

  return {
    /** Somebody has been approved just now. */
    async approved(activity: Activity, application: Application): Promise<void> {
      await ofOne(activity, application, clock.now())
      await end(activity)
    },

    /** The days of an activity are others: what was planned for its people goes by them. */
    async moved(activity: Activity): Promise<void> {
      await moments.cancelOfActivity(activity.id, ['coming_silent', 'begun', 'ended', 'minimum', 'decide'])
      if (activity.state === 'cancelled') return
      await decisionDay(activity)
      await onceOn(activity, 'begun', activity.startsOn)
      const seated = await applications.page(activity.id, ['approved'], 0, everybody)
      for (const application of seated) {
        await moments.cancelOf(application.id, ['ask_coming', 'ask_coming_again'])
        const since = (await applications.lastDecision(application.id))?.at ?? clock.now()
        await ofOne(activity, application, since)
      }
      if (seated.length > 0) await end(activity)
    },
  }
}
