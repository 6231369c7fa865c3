import type { Clock } from '../../../../platform/clock.ts'
import { groupsOf } from '../../../../shared/groups.ts'
import type { Activities, Activity } from '../../../activities/index.ts'
import type { ItemDraftStore } from '../../data/programme/item-draft-store.ts'
import type { ItemStore } from '../../data/programme/item-store.ts'
import { plannedChanges, type PlannedChange } from '../../domain/drafts/planned-changes.ts'
import type { ItemDraft } from '../../domain/drafts/item-draft.ts'
import { currentItemStep, type ItemStep } from '../../domain/drafts/steps.ts'
import type { ProgrammeItem } from '../../domain/item.ts'
import { programmeErrors } from '../../domain/programme-errors.ts'
import type { PlanDifference } from '../../domain/rules/plan-difference.ts'
import { differences } from '../../domain/same-facts.ts'
import type { PreviewPlan } from '../rules/preview-plan.ts'

export interface StandingNeeds {
  activities: Pick<Activities, 'store' | 'travellers'>
  items: Pick<ItemStore, 'wholeOf'>
  drafts: Pick<ItemDraftStore, 'read'>
  preview: PreviewPlan
  clock: Clock
}

type Travellers = Awaited<ReturnType<Activities['travellers']['of']>>

/** Where a draft stands: what it is asking now, and what publishing it would change. */
export interface ItemStanding {
  draft: ItemDraft
  activity: Activity
  /** What is being changed, as it is now. */
  item: ProgrammeItem | undefined
  programme: readonly ProgrammeItem[]
  travellers: Travellers
  changes: readonly PlannedChange[]
  /** What other lead times would do to the messages that are still to come. */
  difference: PlanDifference | undefined
  now: Temporal.Instant
  step: ItemStep | 'summary'
}

/** Reads where a draft stands, as the programme is now. */
export function standingOf({ activities, items, drafts, preview, clock }: StandingNeeds) {
  return async (id: number): Promise<ItemStanding> => {
    const draft = await drafts.read(id)
    if (!draft) throw programmeErrors.draftGone()
    const activity = await activities.store.read(draft.activityId)
    if (!activity) throw programmeErrors.gone()
    const programme = await items.wholeOf(activity.id)
    const item = programme.find((each) => each.id === draft.itemId)
    const travellers = await activities.travellers.of(activity.id)
    const now = clock.now()
    const changes = plannedChanges(draft, { item, programme, travellers, activity, now })
    const difference = await differenceOf(activity.id, changes)
    const step = currentItemStep(draft)
    return { draft, activity, item, programme, travellers, changes, difference, now, step }
  }

  async function differenceOf(activityId: number, changes: readonly PlannedChange[]) {
    const others = changes.flatMap(({ before, after }) =>
      before && differences(before, after).includes('remindMinutesBefore')
        ? [[before.id, after] as const]
        : [],
    )
    return others.length === 0 ? undefined : preview(activityId, { items: new Map(others) })
  }
}

/** The groups and buses that there are: of the people, and as items name them. */
export const groupsNamed = (programme: readonly ProgrammeItem[], travellers: Travellers): string[] =>
  groupsOf([
    ...travellers,
    ...programme.flatMap(({ audience }) =>
      audience.kind === 'some' ? [{ groups: audience.groups, bus: null }] : [],
    ),
  ])

export const citiesOf = ({ startZone, startCity, endZone, endCity }: ProgrammeItem) => [
  { zone: startZone, city: startCity },
  { zone: endZone, city: endCity },
]
