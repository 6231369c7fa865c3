import type { Activities, Activity } from '../../activities/index.ts'
import type { ItemStore } from '../data/programme/item-store.ts'
import type { DueRing } from '../data/changes/ringing.ts'
import { overAt, type ProgrammeItem } from '../domain/item.ts'
import { concerns } from '../domain/traveller.ts'
import type { RoomTraveller } from './look-at-due.ts'
import type { Serving } from './serving.ts'

export interface RingAgainNeeds {
  activities: Pick<Activities, 'store' | 'travellers'>
  items: Pick<ItemStore, 'byIds'>
  serving: Pick<Serving, 'ofPerson'>
}

/** What somebody is asked once more to look at, with what still matters of it. */
export interface Ring extends Omit<DueRing, 'itemIds'> {
  activity: Activity
  items: ProgrammeItem[]
}

export type RingingAgain = ReturnType<typeof ringingAgain>

/** Of what has not been seen, what still matters: people who take part or work there, and items that are theirs and not over. */
export function ringingAgain({ activities, items, serving }: RingAgainNeeds) {
  return async (due: readonly DueRing[], now: Temporal.Instant): Promise<Ring[]> => {
    const known = await activities.store.byIds([...new Set(due.map(({ activityId }) => activityId))])
    const current = await items.byIds([...new Set(due.flatMap(({ itemIds }) => itemIds))])
    const rings: Ring[] = []
    for (const [personId, theirs] of Map.groupBy(due, (ring) => ring.personId)) {
      const seats: RoomTraveller[] = await activities.travellers.ofPerson(personId)
      const works = (await serving.ofPerson(personId)).map(({ traveller }) => traveller)
      for (const [activityId, same] of Map.groupBy(theirs, (ring) => ring.activityId)) {
        const seat = [...seats, ...works].find((one) => one.activityId === activityId)
        const activity = known.get(activityId)
        const newest = same.toSorted((one, other) => other.deliveryId - one.deliveryId)[0]
        if (!seat || !activity || !newest || activity.state === 'cancelled') continue
        const ids = [...new Set(same.flatMap(({ itemIds }) => itemIds))]
        const still = ids
          .flatMap((id) => current.get(id) ?? [])
          .filter((item) => concerns(item, seat) && Temporal.Instant.compare(overAt(item), now) > 0)
          .sort((one, other) => Temporal.Instant.compare(one.startsAt, other.startsAt))
        if (still.length > 0)
          rings.push({ activityId, personId, deliveryId: newest.deliveryId, activity, items: still })
      }
    }
    return rings
  }
}
