import type { Activities, Activity, Traveller } from '../../activities/index.ts'
import type { ItemStore } from '../data/item-store.ts'
import type { ProgrammeItem } from '../domain/item.ts'
import { itemsFor } from '../domain/own-items.ts'

/** A trip of somebody's, with the items that are for them, cancelled ones included, in the order of the programme. */
export interface OwnProgramme {
  activity: Activity
  traveller: Traveller
  items: ProgrammeItem[]
}

export interface OwnProgrammeNeeds {
  items: Pick<ItemStore, 'shownOf'>
  activities: {
    store: Pick<Activities['store'], 'byIds'>
    travellers: Pick<Activities['travellers'], 'ofPerson'>
  }
}

export type OwnProgrammes = ReturnType<typeof ownProgrammes>

/** The programmes of all activities somebody is approved for, the earliest first. */
export function ownProgrammes({ items, activities }: OwnProgrammeNeeds) {
  return async (personId: number): Promise<OwnProgramme[]> => {
    const seats = await activities.travellers.ofPerson(personId)
    const ids = seats.map(({ activityId }) => activityId)
    const known = await activities.store.byIds(ids)
    const shown = await items.shownOf(ids)
    return seats
      .flatMap((traveller) => {
        const activity = known.get(traveller.activityId)
        if (!activity || activity.state === 'cancelled') return []
        const own = shown.filter(({ activityId }) => activityId === activity.id)
        return [{ activity, traveller, items: itemsFor(own, traveller) }]
      })
      .sort((one, other) => Temporal.PlainDate.compare(one.activity.startsOn, other.activity.startsOn))
  }
}
