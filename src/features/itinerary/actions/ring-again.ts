import type { Activities, Activity } from '../../activities/index.ts'
import type { ItemStore } from '../data/programme/item-store.ts'
import type { DueRing } from '../data/changes/ringing.ts'
import { overAt, type ProgrammeItem } from '../domain/item.ts'
import { isFor } from '../domain/traveller.ts'

export interface RingAgainNeeds {
  activities: Pick<Activities, 'store' | 'travellers'>
  items: Pick<ItemStore, 'byIds'>
}

/** What somebody is asked once more to look at, with what still matters of it. */
export interface Ring extends Omit<DueRing, 'itemIds'> {
  activity: Activity
  items: ProgrammeItem[]
}

export type RingingAgain = ReturnType<typeof ringingAgain>

/** Of what has not been seen, what still matters: people who take part, and items that are theirs and not over. */
export function ringingAgain({ activities, items }: RingAgainNeeds) {
  return async (due: readonly DueRing[], now: Temporal.Instant): Promise<Ring[]> => {
    const known = await activities.store.byIds([...new Set(due.map(({ activityId }) => activityId))])
    const current = await items.byIds([...new Set(due.flatMap(({ itemIds }) => itemIds))])
    const rings: Ring[] = []
    for (const [personId, theirs] of Map.groupBy(due, (ring) => ring.personId)) {
      const seats = await activities.travellers.ofPerson(personId)
      for (const [activityId, same] of Map.groupBy(theirs, (ring) => ring.activityId)) {
        const seat = seats.find((one) => one.activityId === activityId)
        const activity = known.get(activityId)
        const newest = same.toSorted((one, other) => other.deliveryId - one.deliveryId)[0]
        if (!seat || !activity || !newest || activity.state === 'cancelled') continue
        const ids = [...new Set(same.flatMap(({ itemIds }) => itemIds))]
        const still = ids
          .flatMap((id) => current.get(id) ?? [])
          .filter((item) => isFor(item.audience, seat) && Temporal.Instant.compare(overAt(item), now) > 0)
          .sort((one, other) => Temporal.Instant.compare(one.startsAt, other.startsAt))
        if (still.length > 0)
          rings.push({ activityId, personId, deliveryId: newest.deliveryId, activity, items: still })
      }
    }
    return rings
  }
}
