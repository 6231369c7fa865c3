import type { Watch } from '../../../bot/keep-watch.ts'
import type { Clock } from '../../../platform/clock.ts'
import type { DeliveryFate } from '../data/changes/delivery-store.ts'
import type { lostDeliveries } from '../data/changes/lost-deliveries.ts'

export interface EndLostNeeds {
  lost: ReturnType<typeof lostDeliveries>
  clock: Clock
  /** Writes down how deliveries have ended, and lets everybody know whom it concerns. */
  learn(fates: readonly DeliveryFate[]): Promise<void>
}

const minutesUntilLost = 10

/** What a dead process, or one of an older version, has sent without saying so may have arrived: it is in doubt. */
export function endLostDeliveries({ lost, clock, learn }: EndLostNeeds): Watch {
  const madeBefore = (now: Temporal.Instant) => now.subtract({ minutes: minutesUntilLost })
  return {
    name: 'itinerary.lost-deliveries',
    nextDue: async () => ((await lost.areAny(madeBefore(clock.now()))) ? clock.now() : undefined),
    async work(now) {
      const ids = await lost.find(madeBefore(now))
      await learn(ids.map((deliveryId) => ({ deliveryId, state: 'in_doubt', messageId: null })))
      return ids.length > 0
    },
  }
}
