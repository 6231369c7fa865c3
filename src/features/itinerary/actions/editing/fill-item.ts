import type { Clock } from '../../../../platform/clock.ts'
import { isRefused } from '../../../../shared/domain-error.ts'
import { groupsOf } from '../../../../shared/groups.ts'
import type { Language } from '../../../../shared/localized-text.ts'
import { ownDraft } from '../../../../shared/own-draft.ts'
import type { Activities, Activity } from '../../../activities/index.ts'
import type { ItemDraftStore, OpenedDraft } from '../../data/item-draft-store.ts'
import type { ItemStore } from '../../data/item-store.ts'
import {
  plannedChanges,
  pushable,
  versionsOf,
  type PlannedChange,
} from '../../domain/drafts/planned-changes.ts'
import type { ItemAnswers, ItemDraft } from '../../domain/drafts/item-draft.ts'
import {
  currentItemStep,
  isOptionalStep,
  itemStepBefore,
  stepsOf,
  type ItemStep,
} from '../../domain/drafts/steps.ts'
import type { ProgrammeItem } from '../../domain/item.ts'
import { programmeErrors } from '../../domain/programme-errors.ts'
import type { RunsActivity } from '../runs-activity.ts'
import type { ItemRaw } from './item-reading.ts'
import { readItemAnswer } from './read-item-answer.ts'

export interface FillItemNeeds {
  activities: Pick<Activities, 'store' | 'travellers'>
  items: Pick<ItemStore, 'ofActivity' | 'read'>
  drafts: ItemDraftStore
  runs: RunsActivity
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
  step: ItemStep | 'summary'
}

export type FillItem = ReturnType<typeof fillItem>

/** The verbs of changing a programme on the phone. Each writes to the draft at once, and the next step follows from it. */
export function fillItem({ activities, items, drafts, runs, clock }: FillItemNeeds) {
  /** The draft of its author, while they run the activity. */
  async function draftOf(id: number, personId: number): Promise<ItemDraft> {
    const { draftGone } = programmeErrors
    const draft = ownDraft(await drafts.readLocked(id), personId, { gone: draftGone, paused: draftGone })
    await runs(personId, draft.activityId)
    return draft
  }

  async function standing(id: number): Promise<ItemStanding> {
    const draft = await drafts.read(id)
    if (!draft) throw programmeErrors.draftGone()
    const activity = await activities.store.read(draft.activityId)
    if (!activity) throw programmeErrors.gone()
    const programme = await items.ofActivity(activity.id)
    const item = programme.find((each) => each.id === draft.itemId)
    const travellers = await activities.travellers.of(activity.id)
    const changes = plannedChanges(draft, { item, programme, travellers, activity, now: clock.now() })
    return { draft, activity, item, programme, travellers, changes, step: currentItemStep(draft) }
  }

  /** What a preview shows is noted with it, so that publishing can tell whether it still stands. */
  async function shown(id: number): Promise<ItemStanding> {
    const now = await standing(id)
    const { draft, item, programme, travellers } = now
    const { minutes, pushed } = draft.answers
    // Where the delay pushes nothing on there is nothing to ask.
    if (item && minutes !== undefined && pushed === undefined && draft.changing === null)
      if (pushable(item, minutes, { programme, travellers }).length === 0) {
        await drafts.update(id, { answers: { ...draft.answers, pushed: 0 } })
        return shown(id)
      }
    const seen = versionsOf(now.changes)
    if (now.step !== 'summary' || now.draft.seen === seen) return now
    await drafts.update(id, { seen })
    return standing(id)
  }

  async function askAgain(id: number, personId: number, step: ItemStep | null): Promise<ItemStanding> {
    const { answers } = await draftOf(id, personId)
    await drafts.update(id, { answers: withoutReadings(answers), changing: step })
    return shown(id)
  }

  return {
    standing,
    shown,
    draftOf,

    /** Opens a draft of this coordinator, whose item must be there. */
    async begin(opened: OpenedDraft): Promise<ItemDraft> {
      await runs(opened.personId, opened.activityId)
      const draft = await drafts.open(opened)
      await shown(draft.id)
      return draft
    },

    /** The draft whose question is open; none for somebody who does not run the activity any more. */
    async openDraftOf(personId: number): Promise<ItemDraft | undefined> {
      const draft = await drafts.openOne(personId)
      if (!draft || (await isRefused(() => runs(personId, draft.activityId)))) return undefined
      return draft
    },

    async answer(id: number, personId: number, raw: ItemRaw, language: Language): Promise<ItemStanding> {
      const { answers } = await draftOf(id, personId)
      const now = await standing(id)
      const { step, item, activity, programme, travellers } = now
      if (step === 'summary') throw programmeErrors.answered()
      if (raw.kind === 'skip' && !isOptionalStep(step, answers, item?.kind)) throw programmeErrors.answered()
      const told = readItemAnswer(step, raw, {
        ...{ answers, item, activity, language, now: clock.now() },
        groups: groupsNamed(programme, travellers),
        numbers: travellers.flatMap(({ number }) => number ?? []),
        cities: programme.flatMap(citiesOf),
      })
      await drafts.update(id, {
        answers: { ...withoutReadings(told.minutes === undefined ? answers : {}), ...told },
        changing: told.readings ? step : null,
      })
      return shown(id)
    },

    async back(id: number, personId: number): Promise<ItemStanding> {
      const { step, draft } = await standing(id)
      const before = itemStepBefore(step, draft)
      return askAgain(id, personId, before === 'summary' || before === undefined ? null : before)
    },

    async change(id: number, personId: number, step: ItemStep): Promise<ItemStanding> {
      const { draft } = await standing(id)
      if (!stepsOf(draft.kind).includes(step)) throw programmeErrors.answered()
      return askAgain(id, personId, step)
    },

    async pause(id: number, personId: number): Promise<void> {
      await draftOf(id, personId)
      await drafts.update(id, { isPaused: true })
    },

    async discard(id: number, personId: number): Promise<void> {
      await draftOf(id, personId)
      await drafts.remove(id)
    },
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

const withoutReadings = ({ readings: _, ...answers }: ItemAnswers): ItemAnswers => answers
