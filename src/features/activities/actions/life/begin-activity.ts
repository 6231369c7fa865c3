import type { Clock } from '../../../../platform/clock.ts'
import type { ActivityStore } from '../../data/activity-store.ts'
import type { ApplicationStore } from '../../data/application-store.ts'
import type { Activity } from '../../domain/activity.ts'
import { refusedBy } from '../../domain/guards.ts'
import { changeOf } from '../../domain/life-cycle.ts'
import { writeRejection, type Rejection } from '../../domain/rejection.ts'
import type { Decided } from '../decide-application.ts'

export interface BeginActivityNeeds {
  activities: Pick<ActivityStore, 'readLocked'>
  applications: ApplicationStore
  clock: Clock
}

/** Why an application ends that nobody had answered. */
export const begun: Rejection = { kind: 'known', reason: 'begun' }

/**
 * It has begun: whoever still waits for a seat or for an answer gets a last one, and whoever has not said whether they keep
 * a seat on the new days has it. Nothing where it is cancelled, or has been postponed meanwhile.
 */
export function beginActivity({ activities, applications, clock }: BeginActivityNeeds) {
  return async (
    activityId: number,
  ): Promise<{ activity: Activity; closed: Decided[]; kept: Decided[] } | undefined> => {
    const activity = await activities.readLocked(activityId)
    if (!activity || activity.state === 'cancelled') return undefined
    if (refusedBy(['hasBegun'], { activity, now: clock.now() })) return undefined
    const changed: Decided[] = []
    for (const { id } of await applications.concernedBy(activityId)) {
      const application = await applications.readLocked(id)
      const from = application?.state
      const to = from === 'on_hold' ? 'approved' : 'rejected'
      if (!from || !changeOf(from, to, 'clock')) continue
      await applications.update(id, { state: to })
      await applications.note(id, from, to, null, to === 'rejected' ? writeRejection(begun) : 'begun')
      changed.push({ activity, from, application: { ...application, state: to } })
    }
    return {
      activity,
      closed: changed.filter(({ application }) => application.state === 'rejected'),
      kept: changed.filter(({ application }) => application.state === 'approved'),
    }
  }
}
