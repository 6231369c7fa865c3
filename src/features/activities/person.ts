import type { Part } from '../../bot/part.ts'
import { notePerson } from './actions/person/note-person.ts'
import type { decideApplication } from './actions/decide-application.ts'
import { enterByHand } from './actions/person/enter-by-hand.ts'
import { inviteOffline } from './actions/person/invite-offline.ts'
import { openPerson } from './actions/person/open-person.ts'
import { passOn } from './actions/person/pass-on.ts'
import { tagPerson } from './actions/person/tag-person.ts'
import { personCardChat } from './chat/person/card.ts'
import { entryChat } from './chat/person/entry.ts'
import { handChat } from './chat/person/hand.ts'
import { handWatch } from './chat/person/hand-watch.ts'
import { invitedChat } from './chat/person/invited.ts'
import { notesChat } from './chat/person/notes.ts'
import type { TellOutcome } from './chat/deciding/tell-outcome.ts'
import { tagsChat } from './chat/person/tags.ts'
import type { CoordinatorList } from './data/coordinator-list.ts'
import { entryStore } from './data/person/entry-store.ts'
import { invitedList } from './data/person/invited-list.ts'
import { handList, type HandList } from './data/person/hand-list.ts'
import { handNews } from './data/person/hand-news.ts'
import { noteStore, type NoteStore } from './data/person/note-store.ts'
import { personHistory } from './data/person/person-history.ts'
import type { ActivitiesNeeds, Room } from './needs.ts'
import type { Stores } from './stores.ts'

export interface PersonNeeds
  extends
    Room,
    Pick<
      ActivitiesNeeds,
      | 'database'
      | 'keys'
      | 'accounts'
      | 'messenger'
      | 'botUsername'
      | 'homeTimeZone'
      | 'laterPersonCard'
      | 'participantsChanged'
    >,
    Pick<Stores, 'participants' | 'team' | 'lookAtApplication'> {
  coordinatorList: CoordinatorList
  decide: ReturnType<typeof decideApplication>
  tellOutcome: TellOutcome
}

/** A person as coordinators deal with them: the card, what is noted of them, and where they belong. */
export function openPersonCorner(given: PersonNeeds): Part & { notes: NoteStore; hands: HandList } {
  const { database, clock, keys } = given
  const [notes, entries, hands] = [
    noteStore(database, clock, keys),
    entryStore(database, clock),
    handList(database, clock, keys),
  ]
  const needs = { ...given, notes, entries, hands }
  const open = openPerson(needs)
  const history = personHistory(needs.database)
  const passing = passOn(needs)
  return {
    notes,
    hands,
    sweeps: [notes.sweep, entries.sweep],
    watches: [handWatch({ ...needs, news: handNews(database) })],
    chats: [
      personCardChat({ ...needs, open, history }),
      tagsChat({ ...needs, open, tags: tagPerson({ ...needs, open }) }),
      notesChat({ ...needs, open, noting: notePerson({ ...needs, open }) }),
      handChat({ ...needs, passing }),
      invitedChat({
        ...needs,
        inviting: inviteOffline({ ...needs, passing, invited: invitedList(needs.database) }),
      }),
      entryChat({ ...needs, entering: enterByHand(needs) }),
    ],
  }
}
