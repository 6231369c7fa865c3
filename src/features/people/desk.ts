import { movingPerson } from './actions/move-person.ts'
import { tendingFirms } from './actions/tend-firms.ts'
import { peopleDesk, type PeopleDeskNeeds } from './chat/desk.ts'
import { firmMerging } from './data/firm-merging.ts'
import type { PeopleNeeds } from './needs.ts'
import type { openStores } from './stores.ts'

type DeskCornerNeeds = PeopleNeeds &
  ReturnType<typeof openStores> &
  Omit<PeopleDeskNeeds, 'tending' | 'moving'>

/** The owners' and coordinators' desk for people: roles and their links, firms, and whoever has moved to another account. */
export function openDeskCorner(needs: DeskCornerNeeds) {
  const tending = tendingFirms({ ...needs, merging: firmMerging(needs.database) })
  const moving = movingPerson(needs)
  return { moving, desk: peopleDesk({ ...needs, tending, moving }) }
}
