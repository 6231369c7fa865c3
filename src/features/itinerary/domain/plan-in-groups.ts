import { noWishes, type Fire, type Wishes } from './fire.ts'
import type { ProgrammeItem } from './item.ts'
import { planReminders, type PlannedActivity } from './plan.ts'
import { itemsFor } from './own-items.ts'
import type { PlanRules } from './rules/plan-rules.ts'
import type { Traveller } from './traveller.ts'

export interface Party {
  readonly programme: readonly ProgrammeItem[]
  readonly travellers: readonly (Traveller & { isTravelling: boolean })[]
  readonly wishes: ReadonlyMap<number, Wishes>
  readonly rules: PlanRules
  readonly activity: PlannedActivity
}

export interface Planned {
  readonly members: readonly { personId: number; applicationId: number }[]
  readonly fires: readonly Fire[]
}

/** The plans of many people; those with the same items, the same home and the same wishes are planned once. */
export function planInGroups(party: Party, now: Temporal.Instant): Planned[] {
  const { programme, travellers, wishes, rules, activity } = party
  const named = new Set(
    programme.flatMap(({ audience }) => (audience.kind === 'some' ? audience.applications : [])),
  )
  const alike = Map.groupBy(travellers, (traveller) => {
    const { groups, bus, number, homeZone, isTravelling, personId, flightOut, flightBack } = traveller
    const own = named.has(String(number)) ? number : null
    const { minutesBefore, overviewAt, wantsOverview } = wishes.get(personId) ?? noWishes
    return JSON.stringify([
      ...[groups, bus, own, homeZone, isTravelling, flightOut, flightBack],
      ...[minutesBefore, overviewAt?.toString(), wantsOverview],
    ])
  })
  return [...alike.values()].flatMap((members) => {
    const [one] = members
    if (!one) return []
    const basis = { homeZone: one.homeZone, isTravelling: one.isTravelling, activity, rules }
    const items = itemsFor(programme, one)
    const fires = planReminders({ ...basis, items, wishes: wishes.get(one.personId) ?? noWishes }, now)
    return [{ members: members.map(({ personId, applicationId }) => ({ personId, applicationId })), fires }]
  })
}
