import type { Clock } from '../../../../platform/clock.ts'
import { DomainError } from '../../../../shared/domain-error.ts'
import type { MomentStore } from '../../data/life/moment-store.ts'
import type { Activity } from '../../domain/activity.ts'
import { activityErrors } from '../../domain/errors.ts'
import { decisionOf, type AnnouncedOne, type Staged } from '../../domain/staging.ts'
import type { Decided } from '../decide-application.ts'
import type { StageNeeds } from './stage-decisions.ts'

export interface AnnounceNeeds extends StageNeeds {
  moments: MomentStore
  clock: Clock
  /** Only who runs the activity. */
  theirs(activityId: number, byPersonId: number): Promise<Activity>
  /** Tells the person; whether anybody was reached. */
  tell(decided: Decided, staged: Staged): Promise<boolean>
}

/** Decisions told in one transaction; the rest follows in the next ones, so that a kill loses none and doubles none. */
const atOnce = 20

export type AnnounceDecisions = ReturnType<typeof announceDecisions>

/** What was kept for later is told to everybody, at once or at a chosen moment. */
export function announceDecisions(needs: AnnounceNeeds) {
  const { activities, staging, moments, clock, decide } = needs

  /** By whoever has decided it; by whoever announces, where the other runs the activity no more. */
  async function decideAs([first, ...others]: readonly number[], staged: Staged): Promise<Decided> {
    try {
      return await decide(staged.applicationId, first ?? 0, decisionOf(staged))
    } catch (error) {
      const isGone = error instanceof DomainError && error.code === activityErrors.notYours().code
      if (!isGone || others.length === 0) throw error
      return decideAs(others, staged)
    }
  }

  /** One of them; who stands otherwise by now is left out, and whoever finds no seat waits, with the reason. */
  async function announceOne(staged: Staged, byPersonId: number): Promise<AnnouncedOne> {
    const { applicationId } = staged
    // Whatever becomes of it: it is not kept any more.
    await staging.unstage(applicationId)
    try {
      const decided = await decideAs([staged.byPersonId, byPersonId], staged)
      const isTold = await needs.tell(decided, staged)
      const fate = decided.because ? 'noSeat' : staged.outcome
      return { applicationId, fate, ...(isTold ? {} : { isUntold: true }) }
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
      const isFull = error.code.startsWith('activities:errors.noSeat')
      return { applicationId, fate: isFull ? 'noSeat' : 'leftOut' }
    }
  }

  return {
    /** Planned for a moment to come, in place of the one planned before. */
    async planAt(activityId: number, byPersonId: number, dueAt: Temporal.Instant): Promise<Activity> {
      const activity = await needs.theirs(activityId, byPersonId)
      await activities.readLocked(activityId)
      if (Temporal.Instant.compare(dueAt, clock.now()) <= 0) throw activityErrors.momentPast()
      if ((await staging.ofActivity(activityId, 1)).length === 0) throw activityErrors.notStaged()
      await staging.announce(activityId, byPersonId)
      await moments.plan({ activityId, applicationId: null, kind: 'announce', dueAt })
      return activity
    },

    async callOff(activityId: number, byPersonId: number): Promise<Activity> {
      const activity = await needs.theirs(activityId, byPersonId)
      await moments.cancelOfActivity(activityId, ['announce'])
      const open = await staging.announcing(activityId)
      if (open?.results.length === 0) await staging.closeAnnouncing(activityId)
      return activity
    },

    async now(activityId: number, byPersonId: number): Promise<void> {
      await needs.theirs(activityId, byPersonId)
      // Of two who announce at once the second finds nothing left.
      await activities.readLocked(activityId)
      if ((await staging.ofActivity(activityId, 1)).length === 0) throw activityErrors.notStaged()
      await staging.announce(activityId, byPersonId)
    },

    /** The next of them; resolves with what has become of all, once nobody is left. */
    async goOn(
      activityId: number,
    ): Promise<{ activity: Activity; byPersonId: number; results: AnnouncedOne[] } | undefined> {
      const activity = await activities.readLocked(activityId)
      const open = activity && (await staging.announcing(activityId))
      if (!open) return undefined
      const { byPersonId } = open
      const next = await staging.ofActivity(activityId, atOnce)
      const results = [...open.results]
      for (const staged of next) results.push(await announceOne(staged, byPersonId))
      await staging.keepResults(activityId, results)
      if ((await staging.ofActivity(activityId, 1)).length > 0) {
        await moments.plan({ activityId, applicationId: null, kind: 'announce', dueAt: clock.now() })
        return undefined
      }
      await moments.cancelOfActivity(activityId, ['announce'])
      await staging.closeAnnouncing(activityId)
      return { activity, byPersonId, results }
    },
  }
}
