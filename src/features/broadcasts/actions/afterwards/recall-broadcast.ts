import type { Clock } from '../../../../platform/clock.ts'
import type { AlterationPlans } from '../../data/alteration-plans.ts'
import type { BroadcastStore } from '../../data/broadcast-store.ts'
import { afterwardsErrors } from '../../domain/afterwards/errors.ts'
import { isRecallable } from '../../domain/afterwards/recall.ts'

export interface RecallNeeds {
  broadcasts: Pick<BroadcastStore, 'readLocked' | 'recall'>
  plans: Pick<AlterationPlans, 'remove'>
  /** Nobody else gets it. */
  stop(broadcastId: number): Promise<void>
  clock: Clock
  progressed(broadcastIds: readonly number[]): Promise<void>
}

/** Takes a broadcast back everywhere: who waits gets nothing, and what stands in chats goes. */
export function recallBroadcast({ broadcasts, plans, stop, clock, progressed }: RecallNeeds) {
  return async (broadcastId: number): Promise<void> => {
    const broadcast = await broadcasts.readLocked(broadcastId)
    if (!broadcast) throw afterwardsErrors.gone()
    if (broadcast.recalledAt !== null) throw afterwardsErrors.recalled()
    if (!isRecallable(broadcast, clock.now())) throw afterwardsErrors.tooOld()
    if (broadcast.state === 'sending') await stop(broadcastId)
    await broadcasts.recall(broadcastId, clock.now())
    await plans.remove(broadcastId, clock.now())
    await progressed([broadcastId])
  }
}
