import type { Part } from '../../bot/part.ts'
import { notePerson } from './actions/person/note-person.ts'
import { openPerson } from './actions/person/open-person.ts'
import { tagPerson } from './actions/person/tag-person.ts'
import { personCardChat } from './chat/person/card.ts'
import { notesChat } from './chat/person/notes.ts'
import { tagsChat } from './chat/person/tags.ts'
import type { NoteStore } from './data/person/note-store.ts'
import { personHistory } from './data/person/person-history.ts'
import type { ActivitiesNeeds, Room } from './needs.ts'
import type { Stores } from './stores.ts'

export interface PersonNeeds
  extends
    Room,
    Pick<
      ActivitiesNeeds,
      'database' | 'accounts' | 'homeTimeZone' | 'laterPersonCard' | 'participantsChanged'
    >,
    Pick<Stores, 'participants' | 'team'> {
  notes: NoteStore
}

/** A person as coordinators deal with them: the card, what is noted of them, and where they belong. */
export function openPersonCorner(needs: PersonNeeds): Part {
  const open = openPerson(needs)
  const history = personHistory(needs.database)
  return {
    chats: [
      personCardChat({ ...needs, open, history }),
      tagsChat({ ...needs, open, tags: tagPerson({ ...needs, open }) }),
      notesChat({ ...needs, open, noting: notePerson({ ...needs, open }) }),
    ],
  }
}
