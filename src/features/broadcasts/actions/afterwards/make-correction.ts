import type { Clock } from '../../../../platform/clock.ts'
import type { AlterationPlans } from '../../data/alteration-plans.ts'
import type { BroadcastStore } from '../../data/broadcast-store.ts'
import type { CorrectionStore } from '../../data/correction-store.ts'
import { changedLanguages, correctedContent } from '../../domain/afterwards/correction.ts'
import { afterwardsErrors } from '../../domain/afterwards/errors.ts'
import type { Broadcast } from '../../domain/broadcast.ts'
import type { Content } from '../../domain/content.ts'
import { checkCorrectable, type CorrectionStanding, type FillCorrection } from './fill-correction.ts'

export interface MakeCorrectionNeeds {
  filling: Pick<FillCorrection, 'draftOf' | 'standing'>
  corrections: Pick<CorrectionStore, 'make'>
  broadcasts: Pick<BroadcastStore, 'readLocked'>
  plans: Pick<AlterationPlans, 'correct'>
  /** Refuses words that somebody could not be shown. */
  check(broadcast: Broadcast, after: Content, readers: CorrectionStanding['readers']): Promise<void>
  clock: Clock
  progressed(broadcastIds: readonly number[]): Promise<void>
}

/** The words are others from now on: for whoever waits, and in every copy that stands somewhere. */
export function makeCorrection(needs: MakeCorrectionNeeds) {
  const { filling, corrections, broadcasts, plans, check, clock, progressed } = needs
  return async (draftId: number, personId: number): Promise<Broadcast> => {
    const draft = await filling.draftOf(draftId, personId)
    // Locked, so that nothing is sent or arrives between what is read here and what is planned.
    const broadcast = await broadcasts.readLocked(draft.broadcastId)
    if (!broadcast) throw afterwardsErrors.gone()
    checkCorrectable(broadcast)
    const before = broadcast.content
    const after = correctedContent(before, draft)
    const languages = changedLanguages(before, after)
    if (languages.length === 0) throw afterwardsErrors.nothingChanged()
    await check(broadcast, after, (await filling.standing(draftId)).readers)
    const revision = await corrections.make(draft, { before, after })
    await plans.correct(broadcast.id, { languages, rings: draft.rings, revision }, clock.now())
    await progressed([broadcast.id])
    return { ...broadcast, content: after, revision, correctedAt: clock.now() }
  }
}
