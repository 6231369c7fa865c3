import type { Clock } from '../../../platform/clock.ts'
import type { Activities } from '../../activities/index.ts'
import type { DayCardStore } from '../data/day-card-store.ts'
import type { ItemStore } from '../data/item-store.ts'
import { hoursAhead } from '../domain/day-of-card.ts'
import { isCancelled } from '../domain/item.ts'

export interface TouchNeeds {
  activities: Pick<Activities, 'travellers'>
  items: Pick<ItemStore, 'ofActivity'>
  cards: Pick<DayCardStore, 'look' | 'lookAgain'>
  clock: Clock
}

/** Has the cards of the day looked at after anything has changed that they show: in the same transaction. */
export function touchDayCards({ activities, items, cards, clock }: TouchNeeds) {
  return async (activityId: number, applicationIds: readonly number[] | 'all'): Promise<void> => {
    const now = clock.now()
    // Whoever has left is no traveller any more; their card is taken off.
    if (applicationIds !== 'all') await cards.lookAgain(activityId, applicationIds, now)
    const held = (await items.ofActivity(activityId)).filter((item) => !isCancelled(item))
    const [first] = held
    if (!first) return cards.lookAgain(activityId, applicationIds, now)
    const ahead = first.startsAt.subtract({ hours: hoursAhead })
    const firstAt = Temporal.Instant.compare(ahead, now) > 0 ? ahead : now
    const only = applicationIds === 'all' ? undefined : applicationIds
    await cards.look(activityId, await activities.travellers.of(activityId, only), { now, firstAt })
  }
}
