import type { Part } from '../../bot/part.ts'
import { runsBroadcast } from './actions/runs-broadcast.ts'
import { steering } from './actions/steer-broadcast.ts'
import { correctedClock } from './chat/afterwards/corrected-clock.ts'
import { feeding } from './chat/sending/feeding.ts'
import { learningFates } from './chat/sending/learning-fates.ts'
import { messagesFor, type FillFields } from './chat/sending/messages-for.ts'
import { startingBroadcasts, takingUpForgotten, wakingSleepers } from './chat/sending/watches.ts'
import { addressees as openAddressees } from './data/addressees.ts'
import type { AudienceQueries } from './data/audience-query.ts'
import { readingHomeZones } from './data/home-zones.ts'
import { alterationPlans } from './data/alteration-plans.ts'
import { copyStore } from './data/copy-store.ts'
import { countingNumbers } from './data/numbers.ts'
import { recipientFates } from './data/recipient-fates.ts'
import { sendingStore } from './data/sending-store.ts'
import { readingStandings } from './data/standings.ts'
import { turns as openTurns } from './data/turns.ts'
import { sendBroadcasts } from './jobs/send-broadcasts.ts'
import type { Room } from './needs.ts'

export type Sending = ReturnType<typeof openSending>

/** Hears which broadcasts have moved on, in the transaction in which they have. */
export type OnProgress = (broadcastIds: readonly number[]) => Promise<void>

/** Bringing a broadcast to each of its people: once, at the pace of the whole bot, past quiet hours and refusals. */
export function openSending(room: Room & { fill: FillFields; query: AudienceQueries }) {
  const { database, itinerary } = room
  const store = sendingStore(database)
  const addressees = openAddressees(database, room.query)
  const fates = recipientFates(database)
  const listeners: OnProgress[] = []
  const progressed: OnProgress = async (broadcastIds) => {
    for (const listener of listeners) await listener(broadcastIds)
  }

  const messages = messagesFor({ ...room, readStandings: readingStandings(database) })
  const homeZones = readingHomeZones(database, room.homeTimeZone)
  /** In which zone people are. */
  const zonesOf = async (personIds: readonly number[], at: Temporal.Instant) =>
    new Map([...(await homeZones(personIds)), ...(await itinerary.whereIs(personIds, at))])
  const feed = feeding({
    ...{ ...room, fates, turns: openTurns(database), messagesFor: messages, zonesOf },
    clockOf: correctedClock(room),
    progressed,
  })
  const runs = runsBroadcast(room)
  const needs = { ...room, runs, store, addressees, fates, progressed }

  const part: Part = {
    watches: [startingBroadcasts(needs), wakingSleepers(needs), takingUpForgotten(needs)],
    jobs: [sendBroadcasts({ ...room, store, feed })],
    learnsFates: learningFates({
      ...needs,
      copies: copyStore(database),
      plans: alterationPlans(database),
    }),
  }
  return {
    part,
    ...steering(needs),
    /** The broadcast, if this person may deal with it; else a refusal. */
    runs,
    /** A broadcast in numbers. */
    numbers: countingNumbers(database),
    /** What each of these people gets, for corrections and previews alike. */
    messagesFor: messages,
    zonesOf,
    /** Whoever wants to hear that broadcasts have moved on. */
    onProgress: (listener: OnProgress) => void listeners.push(listener),
  }
}
