import type { Activities } from '../../activities/index.ts'
import type { ItemStore } from '../data/programme/item-store.ts'
import { itemsFor } from '../domain/own-items.ts'
import { whereaboutsAt } from '../domain/whereabouts.ts'

export interface WhereIsNeeds {
  activities: Pick<Activities, 'travellers' | 'store'>
  items: Pick<ItemStore, 'shownOf'>
}

export type WhereIs = ReturnType<typeof whereIs>

/**
 * In which zone each of these people is at a moment, as far as a trip of theirs says it: the one that they are on, else
 * home. Whoever has no seat anywhere is not in it. The same number of statements, however many people they are.
 */
export function whereIs({ activities, items }: WhereIsNeeds) {
  return async (personIds: readonly number[], at: Temporal.Instant): Promise<Map<number, string>> => {
    const seats = await activities.travellers.ofPersons(personIds)
    const known = await activities.store.byIds([...new Set(seats.map(({ activityId }) => activityId))])
    const today = at.toZonedDateTimeISO('UTC').toPlainDate()
    const isNear = ({ startsOn, endsOn }: { startsOn: Temporal.PlainDate; endsOn: Temporal.PlainDate }) =>
      Temporal.PlainDate.compare(startsOn.subtract(margin), today) <= 0 &&
      Temporal.PlainDate.compare(endsOn.add(margin), today) >= 0
    const near = [...known.values()].filter((activity) => activity.state !== 'cancelled' && isNear(activity))
    const programmes = Map.groupBy(
      await items.shownOf(near.map(({ id }) => id)),
      ({ activityId }) => activityId,
    )
    const zones = new Map<number, string>()
    for (const traveller of seats) {
      const theirs = itemsFor(programmes.get(traveller.activityId) ?? [], traveller)
      const { zone } = whereaboutsAt(theirs, traveller.homeZone, at)
      const before = zones.get(traveller.personId)
      // Two trips: where one of them says that they are away, they are.
      if (before === undefined || before === traveller.homeZone) zones.set(traveller.personId, zone)
    }
    return zones
  }
}

/** A programme may begin before its activity and end after it. */
const margin = { days: 4 }
