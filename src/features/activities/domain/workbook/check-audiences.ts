import { groupKey, groupsOf, isInGroup } from '../../../../shared/groups.ts'
import { nearest } from '../../../../shared/tables/fold.ts'
import type { Report } from '../../../../shared/tables/issue.ts'
import type { Person } from '../participants/place-rows.ts'
import type { ItemRow } from './item-times.ts'

/**
 * Reports groups and buses that nobody is in. While nobody is in any group at all, the list of participants is still to come:
 * that is said once, and is no mistake.
 */
export function checkAudiences(
  rows: readonly ItemRow[],
  people: readonly Person[] | undefined,
  report: Report,
): void {
  if (people) checkAgainst(people, rows, report)
  else awaitParticipants(rows, report)
}

function awaitParticipants(rows: readonly ItemRow[], report: Report): void {
  const named = rows.flatMap((row) =>
    row.values.audience?.kind === 'some'
      ? row.values.audience.groups.map((name) => [groupKey(name), { name, row }] as const)
      : [],
  )
  const [first] = named
  if (!first) return
  const groups = [...new Map(named.toReversed()).values()].map(({ name }) => name).toReversed()
  report('W_AUDIENCE_GROUPS_EMPTY', first[1].row.placeOf('audience'), groups.join(', '))
}

function checkAgainst(people: readonly Person[], rows: readonly ItemRow[], report: Report): void {
  const known = new Map(groupsOf(people).map((name) => [groupKey(name), name]))
  const isKnown = (name: string) => known.has(groupKey(name)) || people.some((one) => isInGroup(one, name))
  for (const row of rows) {
    const { audience } = row.values
    if (audience?.kind !== 'some') continue
    for (const group of audience.groups) {
      if (isKnown(group)) continue
      const suggestion = known.get(nearest(groupKey(group), known.keys()) ?? '')
      const place = row.placeOf('audience')
      if (suggestion) report('E_AUDIENCE_GROUP_NEAR', place, group, { group, suggestion })
      else report('E_AUDIENCE_GROUP', place, group, { group })
    }
  }
}
