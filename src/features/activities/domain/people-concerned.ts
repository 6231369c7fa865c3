import { isInGroup } from '../../../shared/groups.ts'
import type { Person } from './participants/place-rows.ts'
import type { ItineraryItem } from './workbook/activity-workbook.ts'

/** How many of those who have a seat an item of the programme is for. */
export function peopleConcerned(
  { audience }: Pick<ItineraryItem, 'audience'>,
  travelling: readonly Person[],
): number {
  if (audience.kind === 'all') return travelling.length
  const named = new Set(audience.applications)
  return travelling.filter(
    (person) =>
      (person.application !== null && named.has(person.application)) ||
      audience.groups.some((group) => isInGroup(person, group)),
  ).length
}
