import { itineraryErrors } from '../domain/itinerary-errors.ts'
import type { ProgrammeItem } from '../domain/item.ts'
import { currentTrips } from './own-trips.ts'
import type { OwnProgramme, OwnProgrammes } from './own-programme.ts'

export interface LookAtTripsNeeds {
  ownProgrammes: OwnProgrammes
  now(): Temporal.Instant
}

/** Somebody looks at their own trips; what is another's, or no longer theirs, is refused. */
export function lookAtTrips({ ownProgrammes, now }: LookAtTripsNeeds) {
  const all = async (personId: number): Promise<OwnProgramme[]> =>
    currentTrips(await ownProgrammes(personId), now())

  return {
    all,
    async one(personId: number, activityId: number): Promise<OwnProgramme> {
      const trip = (await all(personId)).find(({ activity }) => activity.id === activityId)
      if (!trip) throw itineraryErrors.notOnTrip()
      return trip
    },
    async item(personId: number, itemId: number): Promise<{ trip: OwnProgramme; item: ProgrammeItem }> {
      for (const trip of await all(personId)) {
        const item = trip.items.find(({ id }) => id === itemId)
        if (item) return { trip, item }
      }
      throw itineraryErrors.itemGone()
    },
  }
}
