import { followingTravellers } from './actions/follow-travellers.ts'
import { lookingAtChanges } from './actions/look-at-changes.ts'
import { notingChanges } from './actions/note-changes.ts'
import { whoFollowsChanges } from './actions/who-follows-changes.ts'
import type { ItemChange } from './actions/publish-programme.ts'
import type { Scene } from './actions/read-scene.ts'
import { ringingAgain } from './actions/ring-again.ts'
import { openCard } from './chat/changes/buttons.ts'
import { changesChat } from './chat/changes/changes-chat.ts'
import { ringingDue } from './chat/changes/ringing-again.ts'
import { unseenChanges } from './chat/changes/unseen-changes.ts'
import { showingAgain } from './chat/changes/showing-again.ts'
import { standingCards } from './chat/changes/standing-cards.ts'
import { tellingDue } from './chat/changes/telling-due.ts'
import { welcoming } from './chat/changes/welcoming.ts'
import type { Part } from '../../bot/part.ts'
import { changeCardStore } from './data/changes/change-cards.ts'
import { changeStanding } from './data/changes/change-standing.ts'
import { changeWatcherStore } from './data/changes/change-watchers.ts'
import { knownTravellerStore } from './data/known-travellers.ts'
import { pendingChangeStore } from './data/changes/pending-changes.ts'
import { phonesOfPersons } from './data/boarding/phones-of-persons.ts'
import { ringing } from './data/changes/ringing.ts'
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
  const cards = changeCardStore(room.database, room.clock)
  const watchers = changeWatcherStore(room.database, room.clock)
  const follows = whoFollowsChanges({ ...room, watchers, phones: phonesOfPersons(room.database) })
  const showCards = standingCards({ ...room, standing, follows })
  const telling = {
    ...{ ...room, pending, rings, standing, watchers, cards, showCards, stillMatters },
    look: lookingAtChanges(room),
  }
  const noteChanges = notingChanges(noting)
  const unseen = unseenChanges({ ...room, standing })
  const part: Part = {
    chats: [changesChat(telling), unseen.chat],
    deskNumbers: unseen.deskNumbers,
    watches: [tellingDue(telling), ringingDue(telling), showingAgain(telling)],
    sweeps: [watchers.sweep],
    activityKeys: (words, activityId) => [
      [{ text: words.plain('changes:card.button'), callback_data: openCard.pack({ activityId }) }],
    ],
  }
  return {
    part,
    /** Notes what has to be told to those whom the changes concern; whoever has published them (`by`) sees how it goes. */
    async noteChanges(scene: Scene, changes: readonly ItemChange[], by: number | null): Promise<void> {
      if (by !== null) await watchers.add(scene.activity.id, by)
      await noteChanges(scene, changes)
    },
    /** Messages about changes of these activities have not arrived, or perhaps not: the cards say so. */
    async notArrived(activityIds: readonly number[]): Promise<void> {
      for (const id of activityIds) await cards.touch(id)
    },
    /** Somebody has come to an activity or left it, or is in other groups now. */
    participantsChanged: followingTravellers(noting),
  }
}
