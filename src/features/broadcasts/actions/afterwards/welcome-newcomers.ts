import type { Clock } from '../../../../platform/clock.ts'
import type { NewcomerStore, StillValid } from '../../data/newcomer-store.ts'
import type { RecipientFates } from '../../data/recipient-fates.ts'

export interface WelcomeNewcomersNeeds {
  newcomers: NewcomerStore
  fates: Pick<RecipientFates, 'finish'>
  /** People who have come later get it too, once. */
  deliverTo(broadcastId: number, personIds: readonly number[]): Promise<number>
  /** Somebody waits for a turn again. */
  goOn(broadcastId: number, morePeople: number): Promise<void>
  clock: Clock
  progressed(broadcastIds: readonly number[]): Promise<void>
}

export type WelcomeNewcomers = ReturnType<typeof welcomeNewcomers>

/** Whoever joins an activity gets what is still of use of what was sent to it; whoever leaves it gets nothing more. */
export function welcomeNewcomers(needs: WelcomeNewcomersNeeds) {
  const { newcomers, fates, deliverTo, goOn, clock, progressed } = needs

  async function welcome(broadcast: StillValid, applicationIds: readonly number[] | 'all'): Promise<void> {
    // Who is missing at a moment is over with the moment.
    if (broadcast.audience.notOnBoard !== null) return
    const personIds = await newcomers.newTo(broadcast, applicationIds)
    if (personIds.length > 0) await deliverTo(broadcast.id, personIds)
  }

  return {
    /** In the transaction in which it changes who takes part. */
    async participantsChanged(activityId: number, applicationIds: readonly number[] | 'all'): Promise<void> {
      if (applicationIds === 'all' || applicationIds.length === 0) return
      const now = clock.now()
      const touched = await newcomers.left(activityId, applicationIds, now)
      if (touched.length > 0) {
        await fates.finish(touched, now)
        await progressed(touched)
      }
      const valid = await newcomers.validFor(activityId, now)
      const ids = valid.map(({ id }) => id)
      for (const id of await newcomers.back(activityId, applicationIds, ids)) await goOn(id, 0)
      for (const broadcast of valid) await welcome(broadcast, applicationIds)
    },

    /** Those who have joined since it was sent. */
    async catchUp(broadcastId: number, activityId: number): Promise<void> {
      const valid = await newcomers.validFor(activityId, clock.now())
      const broadcast = valid.find(({ id }) => id === broadcastId)
      if (broadcast) await welcome(broadcast, 'all')
    },
  }
}
