import { fold } from '../../../shared/tables/fold.ts'
import type { ItineraryItem, ParticipantRow } from './workbook/activity-workbook.ts'

/** How many people with a seat an item of the programme is for. */
export function peopleConcerned(
  { audience }: Pick<ItineraryItem, 'audience'>,
  participants: readonly ParticipantRow[],
  approved: number,
): number {
  if (audience.kind === 'all') return approved
  const groups = new Set(audience.groups.map(fold))
  const named = new Set(audience.applications)
  const inGroups = participants.filter(
    ({ application, groups: own }) =>
      !(application !== null && named.has(application)) && own.some((group) => groups.has(fold(group))),
  )
  return inGroups.length + named.size
}
