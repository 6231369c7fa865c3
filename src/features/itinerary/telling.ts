import { followingTravellers } from './actions/follow-travellers.ts'
import { lookingAtChanges } from './actions/look-at-changes.ts'
import { notingChanges } from './actions/note-changes.ts'
import { ringingAgain } from './actions/ring-again.ts'
import { changesChat } from './chat/changes/changes-chat.ts'
import { ringingDue } from './chat/changes/ringing-again.ts'
import { standingCards } from './chat/changes/standing-cards.ts'
import { tellingDue } from './chat/changes/telling-due.ts'
import { welcoming } from './chat/changes/welcoming.ts'
import type { Part } from '../../bot/part.ts'
import { changeStanding } from './data/change-standing.ts'
import { knownTravellerStore } from './data/known-travellers.ts'
import { pendingChangeStore } from './data/pending-changes.ts'
import { ringing } from './data/ringing.ts'
import type { Room } from './needs.ts'

/** Changes of the programme: who is told, when, and who has seen it. */
export function openTelling(room: Room) {
  const pending = pendingChangeStore(room.database)
  const rings = ringing(room.database)
  const noting = {
    ...room,
    pending,
    known: knownTravellerStore(room.database),
    welcome: welcoming(room),
    stopRinging: rings.stop,
  }
  const stillMatters = ringingAgain(room)
  const standing = changeStanding(room.database, room.clock)
  const showCards = standingCards({ ...room, standing })
  const telling = { ...room, pending, rings, standing, showCards, stillMatters, look: lookingAtChanges(room) }
  const part: Part = {
    chats: [changesChat(telling)],
    watches: [tellingDue(telling), ringingDue(telling)],
  }
  return {
    part,
    /** Notes what has to be told to those whom the changes concern. */
    noteChanges: notingChanges(noting),
    /** Somebody has come to an activity or left it, or is in other groups now. */
    participantsChanged: followingTravellers(noting),
  }
}
