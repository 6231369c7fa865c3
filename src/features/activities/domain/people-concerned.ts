import { isInGroup } from '../../../shared/groups.ts'
import type { Person } from './participants/place-rows.ts'
import type { ItineraryItem } from './workbook/activity-workbook.ts'

/** How many of those who have a seat an item of the programme is for; of a changed one, those for whom it was, too. */
export const peopleConcerned = (
  versions: readonly Pick<ItineraryItem, 'audience'>[],
  travelling: readonly Person[],
): number =>
  travelling.filter((person) => versions.some(({ audience }) => isConcerned(audience, person))).length

function isConcerned(audience: ItineraryItem['audience'], person: Person): boolean {
  if (audience.kind === 'all') return true
  if (person.application !== null && audience.applications.includes(person.application)) return true
  return audience.groups.some((group) => isInGroup(person, group))
}
