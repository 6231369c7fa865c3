import type { Clock } from '../../../../platform/clock.ts'
import type { LocalizedText } from '../../../../shared/localized-text.ts'
import { type People } from '../../../people/index.ts'
import { mustRun } from '../must-run.ts'
import type { ActivityStore } from '../../data/activity-store.ts'
import type { ApplicationStore } from '../../data/application-store.ts'
import type { MomentStore } from '../../data/life/moment-store.ts'
import { isOver, type Activity } from '../../domain/activity.ts'
import type { Application } from '../../domain/application.ts'
import { activityErrors } from '../../domain/errors.ts'
import { refusedBy } from '../../domain/guards.ts'
import { changeOf, type ApplicationState } from '../../domain/life-cycle.ts'
import { postponedTo, type CancelReason } from '../../domain/whole-activity.ts'
import type { Decided } from '../decide-application.ts'
import { mayTakeBack } from '../withdraw-application.ts'

export interface WholeActivityNeeds {
  activities: ActivityStore
  applications: ApplicationStore
  moments: MomentStore
  people: People
  clock: Clock
  homeTimeZone: string
}

/** Days after which whoever has not answered is asked again, and after which the coordinators hear. */
const againAfterDays = 3
const silentAfterDays = 7

/** What happens to an activity as a whole, and through it to everybody who has applied. */
export function wholeActivity(needs: WholeActivityNeeds) {
  const { activities, applications, moments, people, clock, homeTimeZone } = needs

  /** Locked, for whoever runs it, while there is something to be done about it. */
  async function theirs(activityId: number, byPersonId: number): Promise<Activity> {
    const found = await activities.readLocked(activityId)
    const activity = await mustRun(people, found, byPersonId, 'changeActivity')
    if (activity.state === 'cancelled' || isOver(activity, clock.now())) throw activityErrors.isGone()
    return activity
  }

  async function moveAll(
    activity: Activity,
    to: ApplicationState,
    by: number,
    reason: string,
    changes: (application: Application) => { heldFrom?: ApplicationState },
  ): Promise<Decided[]> {
    const moved: Decided[] = []
    for (const { id } of await applications.concernedBy(activity.id)) {
      const application = await applications.readLocked(id)
      if (!application || !changeOf(application.state, to, 'organiser')) continue
      await applications.update(id, { state: to, ...changes(application) })
      await applications.note(id, application.state, to, by, reason)
      const after = (await applications.read(id)) ?? { ...application, state: to }
      moved.push({ activity, from: application.state, application: after })
    }
    return moved
  }

  return {
    theirs,

    /** It does not take place: everybody's application ends, and everything that was planned for it. */
    async cancel(activityId: number, byPersonId: number, reason: CancelReason): Promise<Decided[]> {
      const before = await theirs(activityId, byPersonId)
      const changes = {
        state: 'cancelled' as const,
        details: { ...before.details, cancelledBecause: reason },
      }
      await activities.update(activityId, changes)
      await moments.cancelOfActivity(activityId)
      return moveAll({ ...before, ...changes }, 'cancelled_by_organiser', byPersonId, reason, () => ({}))
    },

    /** It begins on another day: whoever has a seat is asked whether they keep it. The others are returned, to be told. */
    async postpone(activityId: number, byPersonId: number, startsOn: Temporal.PlainDate) {
      const before = await theirs(activityId, byPersonId)
      const now = clock.now()
      const today = now.toZonedDateTimeISO(before.timeZone).toPlainDate()
      if (Temporal.PlainDate.compare(startsOn, today) <= 0 || startsOn.equals(before.startsOn))
        throw activityErrors.isGone()
      await activities.update(activityId, postponedTo(before, startsOn, now))
      await activities.putDocumentsOff(activityId, before.startsOn.until(startsOn).days)
      const after = (await activities.read(activityId)) ?? before
      const held = await moveAll(after, 'on_hold', byPersonId, 'postponed', ({ state }) => ({
        heldFrom: state,
      }))
      for (const { application } of held) await remindOfHold(application)
      const silentAt = atHour(silentAfterDays, homeTimeZone, '09:00')
      await moments.plan({ activityId, applicationId: null, kind: 'keep_silent', dueAt: silentAt })
      const heldIds = new Set(held.map(({ application }) => application.id))
      const others = (await applications.concernedBy(activityId)).filter(({ id }) => !heldIds.has(id))
      return { before, after, held, others }
    },

    /** It takes place at everybody's desk. */
    async moveOnline(activityId: number, byPersonId: number, city: LocalizedText) {
      const before = await theirs(activityId, byPersonId)
      const details = { ...before.details, isOnline: true, onlineAt: clock.now().toString() }
      await activities.update(activityId, { city, details })
      return { before, after: (await activities.read(activityId)) ?? before }
    },

    /** Whoever was asked keeps the seat: they stand where they stood before. */
    async keep(applicationId: number, personId: number): Promise<Decided> {
      const found = await applications.read(applicationId)
      const activity = found && (await activities.readLocked(found.activityId))
      const application = await applications.readLocked(applicationId)
      if (!application || !activity || !(await mayTakeBack(applications, application, personId)))
        throw activityErrors.notYours()
      const to = application.heldFrom ?? application.state
      if (application.state !== 'on_hold')
        throw activityErrors.decidedAlready({ state: application.state }, true)
      const refusal = refusedBy(changeOf('on_hold', to)?.guards ?? [], { activity, now: clock.now() })
      if (refusal) throw refusal
      await applications.update(applicationId, { state: to })
      await applications.note(applicationId, 'on_hold', to, personId, 'kept')
      const after = (await applications.read(applicationId)) ?? { ...application, state: to }
      return { activity, from: 'on_hold', application: after }
    },
  }

  async function remindOfHold({ id, activityId, personId }: Application): Promise<void> {
    const zone = await people.zoneOf(personId)
    const dueAt = atHour(againAfterDays, zone, '10:00')
    await moments.plan({ activityId, applicationId: id, kind: 'keep_again', dueAt })
  }

  function atHour(days: number, timeZone: string, hour: string): Temporal.Instant {
    const day = clock.now().toZonedDateTimeISO(timeZone).toPlainDate().add({ days })
    return day.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(hour) }).toInstant()
  }
}
