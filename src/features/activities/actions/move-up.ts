import type { Clock } from '../../../platform/clock.ts'
import type { People } from '../../people/index.ts'
import type { ActivityStore } from '../data/activity-store.ts'
import type { ApplicationStore } from '../data/application-store.ts'
import { hasBegun, type Activity } from '../domain/activity.ts'
import type { Application } from '../domain/application.ts'
import type { Decided } from './decide-application.ts'
import { needsWord, whyNoSeat } from './first-answer.ts'

export interface MoveUpNeeds {
  activities: ActivityStore
  applications: ApplicationStore
  people: People
  clock: Clock
}

export type MoveUp = ReturnType<typeof moveUp>

/**
 * Gives the seats that are free to those who wait, in the order of the list, where approval is automatic. Whoever cannot
 * have one, because of their firm's quota or because the firm has not confirmed them, lets the next ones past and keeps
 * their place. Decided by the coordinators elsewhere, it changes nothing.
 */
export function moveUp({ activities, applications, people, clock }: MoveUpNeeds) {
  return async (activityId: number): Promise<Decided[]> => {
    const activity = await activities.readLocked(activityId)
    if (!activity || activity.approval !== 'automatic') return []
    if (activity.state === 'cancelled' || hasBegun(activity, clock.now())) return []
    const moved: Decided[] = []
    for (const { id } of await applications.page(activityId, ['waitlisted'], 0, mostWaiting)) {
      // Locked as it is now: the person may be taking it back, a coordinator deciding.
      const waiting = await applications.readLocked(id)
      if (waiting?.state !== 'waitlisted') continue
      const noSeat = await whyNoSeat({ applications }, activity, waiting)
      if (noSeat === 'full') break
      if (noSeat || (await needsWord({ applications, people }, activity, waiting))) continue
      moved.push(await give(activity, waiting))
    }
    return moved
  }

  async function give(activity: Activity, waiting: Application): Promise<Decided> {
    await applications.update(waiting.id, { state: 'approved', waitingSince: null })
    await applications.note(waiting.id, 'waitlisted', 'approved', null, 'movedUp')
    return { activity, from: 'waitlisted', application: { ...waiting, state: 'approved' } }
  }
}

/** More than ever wait for one activity. */
const mostWaiting = 1000
