import type { ActivityStore } from '../data/activity-store.ts'
import type { ApplicationStore } from '../data/application-store.ts'
import type { Application } from '../domain/application.ts'
import type { CardCopies } from './deciding/card-copies.ts'
import type { SeatsAreFree } from './deciding/free-seats.ts'

export interface StandingsNeeds {
  activities: ActivityStore
  applications: ApplicationStore
  copies: CardCopies
  seatsAreFree: SeatsAreFree
}

export type Standings = ReturnType<typeof standings>

/** What follows when people stand otherwise with a firm: a seat that waited for that word, and what the cards say. */
export function standings({ activities, applications, copies, seatsAreFree }: StandingsNeeds) {
  async function follow(concerned: readonly Application[]): Promise<void> {
    const waiting = concerned.filter(({ state }) => state === 'waitlisted')
    // Locked in one order everywhere.
    for (const activityId of [...new Set(waiting.map((one) => one.activityId))].toSorted((a, b) => a - b)) {
      const activity = await activities.read(activityId)
      if (activity?.approval === 'automatic') await seatsAreFree(activity)
    }
    for (const { id, activityId } of concerned) {
      const [application, activity] = [await applications.read(id), await activities.read(activityId)]
      if (application && activity) await copies.refresh(application, activity)
    }
  }

  return {
    /** Somebody's word about this person has been said, or they have left a firm. */
    ofPerson: async (personId: number) => follow(await applications.standingWith(personId)),

    /** A firm has become another's part: its people, seats and quota are that one's. */
    ofFirm: async (firmId: number) => follow(await applications.liveOfFirm(firmId)),
  }
}
