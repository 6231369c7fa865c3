import { delayed, pushedBy } from '../late.ts'
import type { ItemFacts, ProgrammeItem } from '../item.ts'
import { ofTheSamePeople } from '../overlaps.ts'
import { factsOf, isSame } from '../same-facts.ts'
import { leftOutAllAlong } from '../own-items.ts'
import { isFor, type Traveller } from '../traveller.ts'
import { draftedFacts, type ActivityFrame, type ItemDraft } from './item-draft.ts'

/** What publishing a draft would do to one item; `before` is undefined for a new one. */
export interface PlannedChange {
  before: ProgrammeItem | undefined
  after: ItemFacts
}

type People = readonly Pick<Traveller, 'number' | 'groups' | 'bus'>[]

export interface PlanScene {
  item: ProgrammeItem | undefined
  programme: readonly ProgrammeItem[]
  travellers: People
  activity: ActivityFrame
  now: Temporal.Instant
}

/** Everything that publishing a draft would change, as the programme stands now. */
export function plannedChanges(
  draft: Pick<ItemDraft, 'kind' | 'answers'>,
  scene: PlanScene,
): PlannedChange[] {
  const { item, activity } = scene
  if (draft.kind === 'late') return delayedItems(draft, scene)
  if (draft.kind === 'edit' && !item) return []
  const after = draftedFacts(item, draft.answers, activity)
  if (!after || (item && isSame(item, after))) return []
  return [{ before: item, after }]
}

function delayedItems(
  { answers: { minutes, pushed = 0, hasLeft = true } }: Pick<ItemDraft, 'answers'>,
  scene: PlanScene,
): PlannedChange[] {
  const { item, now } = scene
  if (!item || minutes === undefined) return []
  return [item, ...pushable(item, minutes, scene).slice(0, pushed)].map((each) => ({
    before: each,
    after: { ...factsOf(each), ...delayed(each, minutes, { now, hasLeft: hasLeft || each.id !== item.id }) },
  }))
}

/** The items of the same people that a delay would push on. */
export const pushable = (
  item: ProgrammeItem,
  minutes: number,
  { programme, travellers }: Pick<PlanScene, 'programme' | 'travellers'>,
): ProgrammeItem[] => pushedBy(item, minutes, ofTheSamePeople(item, programme, travellers))

/**
 * Whom each of the changes to a programme touches: those for whom the item was, and those for whom it is now; not whoever
 * is on their own way at that hour.
 */
export function touchedByEach<Person extends Traveller>(
  changes: readonly PlannedChange[],
  people: readonly Person[],
  programme: readonly ProgrammeItem[],
): Person[][] {
  const former = new Map(changes.flatMap(({ before }) => (before ? [[before.id, before] as const] : [])))
  const changed = changes.map(({ before, after }, nth) => ({
    ...(before ?? { ...unknown, id: -nth }),
    ...after,
  }))
  const next = [...programme.filter(({ id }) => !former.has(id)), ...changed].sort((one, other) =>
    Temporal.Instant.compare(one.startsAt, other.startsAt),
  )
  const without = new Map(people.map((one) => [one, leftOutAllAlong(next, former, one)]))
  return changes.map(({ before, after }, nth) =>
    people.filter(
      (each) =>
        (isFor(after.audience, each) || (before !== undefined && isFor(before.audience, each))) &&
        !without.get(each)?.has(changed[nth]?.id ?? 0),
    ),
  )
}

/** Whom all of them touch together. */
export const touchedBy = <Person extends Traveller>(
  changes: readonly PlannedChange[],
  people: readonly Person[],
  programme: readonly ProgrammeItem[],
): Person[] => [...new Set(touchedByEach(changes, people, programme).flat())]

/** What is new has been nothing yet. */
const unknown = {
  ...{ activityId: 0, key: '', revision: 0, changedAt: Temporal.Instant.fromEpochMilliseconds(0) },
  ...{ cancelledAt: null, statusBefore: null, removedAt: null },
}

/** Which versions of the items the changes are made to; the same again means that nobody was faster. */
export const versionsOf = (changes: readonly PlannedChange[]): string =>
  changes.map(({ before }) => (before ? `${before.id}:${before.revision}` : 'new')).join(' ')
