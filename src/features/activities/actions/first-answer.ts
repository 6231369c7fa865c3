import type { People } from '../../people/index.ts'
import type { ApplicationStore } from '../data/application-store.ts'
import type { Activity } from '../domain/activity.ts'
import type { Application, ApplicationState } from '../domain/application.ts'
import { noSeatBecause, type NoSeat, type WaitReason } from '../domain/seats.ts'
import { firmStanding } from './firm-standing.ts'

export interface SeatsNeeds {
  applications: ApplicationStore
  people: People
}

/**
 * What becomes of an application the moment it is handed in, under the activity's lock. Who comes while others wait for
 * a seat that they could have waits behind them.
 */
export async function firstAnswer(
  needs: SeatsNeeds,
  activity: Activity,
  draft: Application,
): Promise<{ state: ApplicationState; because?: WaitReason }> {
  if (activity.approval !== 'automatic' || (await needsWord(needs, activity, draft)))
    return { state: 'submitted' }
  const noSeat = await whyNoSeat(needs, activity, draft)
  if (noSeat) return { state: 'waitlisted', because: noSeat }
  const isQueued = await needs.applications.firstWaiting(activity.id, activity.perFirm)
  return isQueued ? { state: 'waitlisted', because: 'queue' } : { state: 'approved' }
}

/** Whom the firm has not confirmed takes none of its seats without a coordinator's word. */
export const needsWord = async (
  { people }: SeatsNeeds,
  { perFirm }: Activity,
  application: Application,
): Promise<boolean> => perFirm !== null && (await firmStanding(people, application)) !== 'member'

/** Why there is no seat for this application just now, if there is none. */
export const whyNoSeat = async (
  { applications }: Pick<SeatsNeeds, 'applications'>,
  activity: Activity,
  { firmId }: Application,
): Promise<NoSeat | undefined> => noSeatBecause(activity, await applications.seats(activity.id, firmId))
