import type { Watch } from '../../../../bot/keep-watch.ts'
import { priorities } from '../../../../bot/messenger.ts'
import type { Ring, RingingAgain } from '../../actions/ring-again.ts'
import type { Ringing } from '../../data/changes/ringing.ts'
import type { Delivering, Letter } from '../delivering.ts'
import { againMessage } from './again-message.ts'

export interface RingingNeeds {
  rings: Pick<Ringing, 'nextDue' | 'claim'>
  stillMatters: RingingAgain
  deliver: Delivering
}

/** Rings for what was told silently in the night and has not been seen. */
export function ringingDue({ rings, stillMatters, deliver }: RingingNeeds): Watch {
  return {
    name: 'itinerary.second-rings',
    nextDue: () => rings.nextDue(),
    async work(now) {
      const due = await rings.claim(now)
      if (due.length === 0) return false
      await deliver((await stillMatters(due, now)).map((ring) => againLetter(ring, now)))
      return true
    },
  }
}

/** It carries the button of the message that asked first: whichever is tapped, it is seen. */
export const againLetter = (
  { activity, activityId, personId, items, deliveryId }: Ring,
  now: Temporal.Instant,
): Letter => ({
  ...{ activityId, personId, kind: 'change', priority: priorities.urgent },
  itemIds: items.map(({ id }) => id),
  // By hand it waits to be passed on already, or has been.
  isForPhones: true,
  say: (words) => againMessage(words, { activity, items, deliveryId, now }),
})
