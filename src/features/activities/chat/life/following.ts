import type { Decided } from '../../actions/decide-application.ts'
import type { CardCopies } from '../deciding/card-copies.ts'
import type { TellOutcome } from '../deciding/tell-outcome.ts'
import type { Told } from '../applying/outcome-text.ts'

export interface FollowingNeeds {
  tellOutcome: TellOutcome
  copies: Pick<CardCopies, 'refresh'>
}

export type Follow = ReturnType<typeof following>

/** What follows every change: the person is told what happened and what comes next, and the coordinators' cards say so. */
export const following =
  ({ tellOutcome, copies }: FollowingNeeds) =>
  async (decided: Decided & Pick<Told, 'rejection'>): Promise<boolean> => {
    const isTold = await tellOutcome(decided)
    await copies.refresh(decided.application, decided.activity)
    return isTold
  }
