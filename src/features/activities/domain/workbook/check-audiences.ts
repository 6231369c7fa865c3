import { fold, nearest } from '../../../../shared/tables/fold.ts'
import type { Report } from '../../../../shared/tables/issue.ts'
import type { ParticipantRow } from './activity-workbook.ts'
import type { ItemRow } from './item-times.ts'

/**
 * Reports groups that nobody is in. Without participants in the file and without groups known from elsewhere,
 * there is nothing to compare with.
 */
export function checkAudiences(
  rows: readonly ItemRow[],
  participants: readonly ParticipantRow[],
  knownGroups: readonly string[] | undefined,
  report: Report,
): void {
  if (participants.length === 0 && !knownGroups) return
  const groups = [...(knownGroups ?? []), ...participants.flatMap((row) => row.groups)]
  const known = new Set(groups.map(fold))
  for (const row of rows) {
    const { audience } = row.values
    if (audience?.kind !== 'some') continue
    for (const group of audience.groups.filter((name) => !known.has(fold(name)))) {
      const suggestion = nearest(group, groups)
      const place = row.placeOf('audience')
      if (suggestion) report('E_AUDIENCE_GROUP_NEAR', place, group, { group, suggestion })
      else report('E_AUDIENCE_GROUP', place, group, { group })
    }
  }
}
