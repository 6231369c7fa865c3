import type { People } from '../../people/index.ts'
import type { ApplicationStore } from '../data/application-store.ts'
import type { Activity } from '../domain/activity.ts'
import type { Application } from '../domain/application.ts'
import { noSeatBecause, type NoSeat, type WaitReason } from '../domain/seats.ts'
import { firmStanding } from './firm-standing.ts'
import type { ApplicationState } from '../domain/life-cycle.ts'

export interface SeatsNeeds {
  applications: ApplicationStore
  people: People
}

/**
 * What becomes of an application the moment it is handed in, under the activity's lock. Who comes while others wait for
 * a seat that they could have waits behind them; no seat is kept for whoever still needs somebody's word.
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
  const isQueued = await needs.applications.isQueued(activity)
  return isQueued ? { state: 'waitlisted', because: 'queue' } : { state: 'approved' }
}

/**
 * Whom the firm has not confirmed takes none of its seats without somebody's word, nor does whom it has refused take any
 * seat at all.
 */
export async function needsWord(
  { people }: SeatsNeeds,
  { perFirm }: Activity,
  application: Application,
): Promise<boolean> {
  const standing = await firmStanding(people, application)
  return standing === 'refused' || (perFirm !== null && standing !== 'member')
}

/** Why there is no seat for this application just now, if there is none. */
export const whyNoSeat = async (
  { applications }: Pick<SeatsNeeds, 'applications'>,
  activity: Activity,
  { firmId }: Application,
): Promise<NoSeat | undefined> => noSeatBecause(activity, await applications.seats(activity.id, firmId))
