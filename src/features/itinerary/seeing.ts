import { dutyPhones } from './actions/duty-phones.ts'
import { lookAtTrips } from './actions/look-at-trips.ts'
import { touchDayCards } from './actions/touch-day-cards.ts'
import type { Part } from '../../bot/part.ts'
import { cardOfTheDay } from './chat/seeing/card-of-the-day.ts'
import { itineraryChat } from './chat/seeing/itinerary-chat.ts'
import { shortAnswers } from './chat/seeing/short-answers.ts'
import { nextAtHome, programmeOfTrip } from './chat/seeing/next-at-home.ts'
import { dayCardStore } from './data/day/day-card-store.ts'
import type { Room } from './needs.ts'

/** The participants' side: the programme on the phone and in the calendar. */
export function openSeeing(room: Room) {
  const { clock, database } = room
  const trips = lookAtTrips({ ...room, now: () => clock.now() })
  const phones = dutyPhones(room)
  const cards = dayCardStore(database)
  const part: Part = {
    chats: [itineraryChat({ ...room, trips, dutyPhones: phones })],
    watches: [cardOfTheDay({ ...room, cards, dutyPhones: phones })],
    home: nextAtHome({ trips, clock }),
  }
  return {
    part,
    tripKeys: programmeOfTrip({ trips }),
    shortAnswer: shortAnswers({ trips, dutyPhones: phones, now: () => clock.now() }),
    /** Something has changed that the cards of the day show: in the same transaction. */
    touch: touchDayCards({ ...room, cards }),
  }
}
