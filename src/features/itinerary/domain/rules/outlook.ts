import { askedAtLegs } from '../asked-at-legs.ts'
import { isCancelled, startsLocally, type ProgrammeItem } from '../item.ts'
import { asksAt } from '../roll-call.ts'
import type { Traveller } from '../traveller.ts'
import type { Outlook } from './plan-difference.ts'
import { timeOf, type PlanRules } from './plan-rules.ts'

type MadeWhenDue = Pick<PlanRules, 'rollCall' | 'dayFile'>

export interface OutlookScene {
  readonly programme: readonly ProgrammeItem[]
  readonly travellers: readonly Traveller[]
  readonly coordinators: readonly number[]
  /** The rules there are: what has gone out by them goes out by no other. */
  readonly current: MadeWhenDue
  readonly now: Temporal.Instant
}

/** What is made only when it is due, by these rules: roll-calls and the files of a day; in the same order by any rules. */
export const outlook = (scene: OutlookScene, rules: MadeWhenDue): Outlook[] => [
  ...askedAtLegs(scene.programme, scene.travellers).map(({ leg, people }) => ({
    members: people,
    fires: toCome(scene, `roll ${leg.id}`, asksAt(leg, scene.current), asksAt(leg, rules)),
  })),
  ...firstsOfDays(scene.programme).map((first) => ({
    members: scene.coordinators.map((personId) => ({ personId })),
    fires: toCome(
      scene,
      `file ${first.id}`,
      eveningBefore(first, scene.current),
      eveningBefore(first, rules),
    ),
  })),
]

function toCome(
  { now }: OutlookScene,
  slot: string,
  current: Temporal.Instant | undefined,
  dueAt: Temporal.Instant | undefined,
): Outlook['fires'] {
  const hasGone = current && Temporal.Instant.compare(current, now) <= 0
  return hasGone || !dueAt ? [] : [{ kind: 'made', itemId: null, slot, dueAt }]
}

/** With what each day of a programme begins. */
function firstsOfDays(programme: readonly ProgrammeItem[]): ProgrammeItem[] {
  const held = programme.filter((item) => item.kind !== 'deadline' && !isCancelled(item))
  const days = Map.groupBy(held, (item) => startsLocally(item).toPlainDate().toString())
  return [...days.values()].flatMap(([first]) => first ?? [])
}

function eveningBefore(
  first: ProgrammeItem,
  { dayFile: [minutes] }: MadeWhenDue,
): Temporal.Instant | undefined {
  if (minutes === undefined) return undefined
  const day = startsLocally(first).toPlainDate().subtract({ days: 1 })
  return day.toZonedDateTime({ timeZone: first.startZone, plainTime: timeOf(minutes) }).toInstant()
}
