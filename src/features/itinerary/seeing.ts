import { dutyPhones } from './actions/duty-phones.ts'
import { lookAtTrips } from './actions/look-at-trips.ts'
import { ownProgrammes } from './actions/own-programme.ts'
import type { Part } from './chat/part.ts'
import { nextAtHome } from './chat/seeing/next-at-home.ts'
import { itineraryChat } from './chat/seeing/itinerary-chat.ts'
import type { Room } from './needs.ts'

/** The participants' side: the programme on the phone and in the calendar. */
export function openSeeing(room: Room) {
  const { clock } = room
  const trips = lookAtTrips({ ownProgrammes: ownProgrammes(room), now: () => clock.now() })
  const part: Part = {
    chats: [itineraryChat({ ...room, trips, dutyPhones: dutyPhones(room) })],
    home: nextAtHome({ trips, clock }),
  }
  return { part }
}
