import type { Fire } from '../fire.ts'

/** How many messages still to come a change brings, takes away, and moves; and how many people it touches. */
export interface PlanDifference {
  readonly come: number
  readonly gone: number
  readonly moved: number
  readonly people: number
}

/** People, and what they get. */
export interface Outlook {
  readonly members: readonly { personId: number }[]
  readonly fires: readonly (Pick<Fire, 'itemId' | 'slot' | 'dueAt'> & { kind: string })[]
}

/**
 * What is different between two plans of the same groups of people, which stand in the same order; what is past already
 * counts in neither.
 */
export function planDifference(
  before: readonly Outlook[],
  after: readonly Outlook[],
  now: Temporal.Instant,
): PlanDifference {
  const total = { come: 0, gone: 0, moved: 0 }
  const touched = new Set<number>()
  for (let at = 0; at < Math.max(before.length, after.length); at++) {
    const members = (before[at] ?? after[at])?.members ?? []
    const people = members.length
    const { come, gone, moved } = differenceOf(before[at]?.fires ?? [], after[at]?.fires ?? [], now)
    total.come += come * people
    total.gone += gone * people
    total.moved += moved * people
    if (come + gone + moved > 0) for (const { personId } of members) touched.add(personId)
  }
  return { ...total, people: touched.size }
}

export const isSamePlan = ({ come, gone, moved }: PlanDifference): boolean => come + gone + moved === 0

function differenceOf(before: Outlook['fires'], after: Outlook['fires'], now: Temporal.Instant) {
  const former = momentsBySubject(before, now)
  const next = momentsBySubject(after, now)
  const difference = { come: 0, gone: 0, moved: 0 }
  for (const subject of new Set([...former.keys(), ...next.keys()])) {
    const [old, fresh] = [former.get(subject) ?? nothing, next.get(subject) ?? nothing]
    const gone = old.difference(fresh).size
    const come = fresh.difference(old).size
    const moved = Math.min(gone, come)
    difference.moved += moved
    difference.gone += gone - moved
    difference.come += come - moved
  }
  return difference
}

const nothing: ReadonlySet<number> = new Set()

/** When each thing is said: of an item, of the evening before a day, of the whole trip. */
function momentsBySubject(fires: Outlook['fires'], now: Temporal.Instant): Map<string, Set<number>> {
  const subjects = new Map<string, Set<number>>()
  for (const { kind, itemId, slot, dueAt } of fires) {
    if (Temporal.Instant.compare(dueAt, now) <= 0) continue
    const subject = `${kind} ${itemId ?? slot}`
    const moments = subjects.get(subject) ?? new Set()
    subjects.set(subject, moments.add(dueAt.epochMilliseconds))
  }
  return subjects
}
