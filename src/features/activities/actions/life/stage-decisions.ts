import { DomainError } from '../../../../shared/domain-error.ts'
import type { StagingStore } from '../../data/life/staging-store.ts'
import { activityErrors } from '../../domain/errors.ts'
import { changeOf, mayBeDecided } from '../../domain/life-cycle.ts'
import type { Rejection } from '../../domain/rejection.ts'
import type { StagedOutcome } from '../../domain/staging.ts'
import { decidedAlready, type Decided, type Decision } from '../decide-application.ts'
import { firmStanding } from '../firm-standing.ts'
import { lockedForCoordinator, type OfferNeeds } from './offer-seat.ts'

export interface StageNeeds extends Pick<OfferNeeds, 'activities' | 'applications' | 'people'> {
  staging: StagingStore
  decide(applicationId: number, byPersonId: number, decision: Decision): Promise<Decided>
}

/** What is to become of an application, now or when it is announced. */
export interface Verdict {
  outcome: StagedOutcome
  rejection: Rejection
}

/** What has become of each of several: decided, kept for later, or refused and why. */
export type OneOfSeveral =
  | { applicationId: number; decided: Decided }
  | { applicationId: number; isStaged: true }
  | { applicationId: number; refusal: DomainError }

export type StageDecisions = ReturnType<typeof stageDecisions>

/** Decisions that are kept for later, and several at once. */
export function stageDecisions(needs: StageNeeds) {
  const { staging, decide } = needs

  /** Coordinators see it, nobody else: the person hears when it is announced. */
  async function stage(applicationId: number, byPersonId: number, verdict: Verdict): Promise<void> {
    const { application } = await lockedForCoordinator(needs, applicationId, byPersonId)
    const isOpen = mayBeDecided(application.state)
    // Whoever waits already waits on.
    if (!isOpen || !changeOf(application.state, verdict.outcome, 'coordinator'))
      throw await decidedAlready(needs, application, byPersonId)
    await staging.stage({ applicationId, byPersonId, ...verdict })
  }

  /** Each on its own: what one of them refuses stops no other. */
  async function each(
    ids: readonly number[],
    act: (id: number) => Promise<OneOfSeveral>,
  ): Promise<OneOfSeveral[]> {
    const done: OneOfSeveral[] = []
    for (const applicationId of ids) {
      try {
        done.push(await act(applicationId))
      } catch (error) {
        if (!(error instanceof DomainError)) throw error
        done.push({ applicationId, refusal: error })
      }
    }
    return done
  }

  /** Whom their firm has refused gets no seat among others, only on second thoughts, on their card. */
  async function mustBeSure(applicationId: number, { outcome }: Verdict): Promise<void> {
    const application = outcome === 'approved' ? await needs.applications.read(applicationId) : undefined
    if (application && (await firmStanding(needs.people, application)) === 'refused')
      throw activityErrors.refusedByFirm()
  }

  return {
    stage,

    /** Locked, if it can still be decided by this person. */
    async theirs(applicationId: number, byPersonId: number) {
      const found = await lockedForCoordinator(needs, applicationId, byPersonId)
      if (!mayBeDecided(found.application.state))
        throw await decidedAlready(needs, found.application, byPersonId)
      return found
    },

    async unstage(applicationId: number, byPersonId: number): Promise<void> {
      await lockedForCoordinator(needs, applicationId, byPersonId)
      if (!(await staging.unstage(applicationId))) throw activityErrors.notStaged()
    },

    stageSeveral: (ids: readonly number[], byPersonId: number, verdict: Verdict) =>
      each(ids, async (applicationId) => {
        await mustBeSure(applicationId, verdict)
        await stage(applicationId, byPersonId, verdict)
        return { applicationId, isStaged: true }
      }),

    decideSeveral: (ids: readonly number[], byPersonId: number, { outcome, rejection }: Verdict) =>
      each(ids, async (applicationId) => {
        await mustBeSure(applicationId, { outcome, rejection })
        const decision: Decision = outcome === 'rejected' ? { outcome, rejection } : { outcome }
        return { applicationId, decided: await decide(applicationId, byPersonId, decision) }
      }),
  }
}
