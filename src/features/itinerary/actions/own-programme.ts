import type { Activities, Activity, Traveller } from '../../activities/index.ts'
import type { ItemStore } from '../data/programme/item-store.ts'
import type { ProgrammeItem } from '../domain/item.ts'
import { itemsFor } from '../domain/own-items.ts'
import type { Served } from '../domain/traveller.ts'
import type { Serving } from './serving.ts'

/** A trip of somebody's, with the items that are for them, cancelled ones included, in the order of the programme. */
export interface OwnProgramme {
  activity: Activity
  traveller: Traveller & { serves?: Served }
  items: ProgrammeItem[]
}

export interface OwnProgrammeNeeds {
  items: Pick<ItemStore, 'shownOf'>
  activities: {
    store: Pick<Activities['store'], 'byIds'>
    travellers: Pick<Activities['travellers'], 'ofPerson'>
  }
  serving: Pick<Serving, 'ofPerson'>
}

export type OwnProgrammes = ReturnType<typeof ownProgrammes>

/** The programmes of all activities somebody is approved for or works at, the earliest first. */
export function ownProgrammes({ items, activities, serving }: OwnProgrammeNeeds) {
  return async (personId: number): Promise<OwnProgramme[]> => {
    const seats = await activities.travellers.ofPerson(personId)
    const served = (await serving.ofPerson(personId)).map(({ traveller }) => traveller)
    const ids = [...seats, ...served].map(({ activityId }) => activityId)
    const known = await activities.store.byIds(ids)
    const shown = await items.shownOf(ids)
    return [...seats, ...served]
      .flatMap((traveller) => {
        const activity = known.get(traveller.activityId)
        if (!activity || activity.state === 'cancelled') return []
        const own = shown.filter(({ activityId }) => activityId === activity.id)
        return [{ activity, traveller, items: itemsFor(own, traveller) }]
      })
      .sort((one, other) => Temporal.PlainDate.compare(one.activity.startsOn, other.activity.startsOn))
  }
}
