import type { Clock } from '../../../platform/clock.ts'
import type { DayCardStore } from '../data/day/day-card-store.ts'
import { hoursAhead } from '../domain/day-of-card.ts'
import { isCancelled } from '../domain/item.ts'
import type { Scene } from './read-scene.ts'

export interface TouchNeeds {
  cards: Pick<DayCardStore, 'look' | 'lookAgain'>
  clock: Clock
}

/** Has the cards of the day looked at after anything has changed that they show: in the same transaction. */
export function touchDayCards({ cards, clock }: TouchNeeds) {
  return async ({ activity, programme, whose, travellers }: Scene): Promise<void> => {
    const now = clock.now()
    // Whoever has left is no traveller any more; their card is taken off.
    if (whose !== 'all') await cards.lookAgain(activity.id, whose, now)
    const first = programme.find((item) => !isCancelled(item))
    if (!first) return cards.lookAgain(activity.id, whose, now)
    const ahead = first.startsAt.subtract({ hours: hoursAhead })
    const firstAt = Temporal.Instant.compare(ahead, now) > 0 ? ahead : now
    await cards.look(activity.id, travellers, { now, firstAt })
  }
}
