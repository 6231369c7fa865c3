import { isRefused } from '../../../../shared/domain-error.ts'
import type { Language } from '../../../../shared/localized-text.ts'
import { ownDraft } from '../../../../shared/own-draft.ts'
import type { ItemDraftStore, OpenedDraft } from '../../data/programme/item-draft-store.ts'
import { draftedFacts, type ItemAnswers, type ItemDraft } from '../../domain/drafts/item-draft.ts'
import { pushable, versionsOf } from '../../domain/drafts/planned-changes.ts'
import { isOptionalStep, itemStepBefore, stepsOf, type ItemStep } from '../../domain/drafts/steps.ts'
import { isTextStep, missingAfter, missingTexts, textStepsOf } from '../../domain/drafts/texts.ts'
import { mayStillWait } from '../../domain/late.ts'
import { programmeErrors } from '../../domain/programme-errors.ts'
import type { RunsActivity } from '../runs-activity.ts'
import type { ItemRaw } from './item-reading.ts'
import { citiesOf, groupsNamed, standingOf, type ItemStanding, type StandingNeeds } from './item-standing.ts'
import { readItemAnswer } from './read-item-answer.ts'

export interface FillItemNeeds extends StandingNeeds {
  drafts: ItemDraftStore
  runs: RunsActivity
}

export type FillItem = ReturnType<typeof fillItem>

/** The verbs of changing a programme on the phone. Each writes to the draft at once, and the next step follows from it. */
export function fillItem(needs: FillItemNeeds) {
  const { drafts, runs, clock } = needs
  const standing = standingOf(needs)

  /** The draft of its author, while they run the activity. */
  async function draftOf(id: number, personId: number): Promise<ItemDraft> {
    const { draftGone } = programmeErrors
    const draft = ownDraft(await drafts.readLocked(id), personId, { gone: draftGone, paused: draftGone })
    await runs(personId, draft.activityId)
    return draft
  }

  /** What a preview shows is noted with it, so that publishing can tell whether it still stands. */
  async function shown(id: number): Promise<ItemStanding> {
    const now = await standing(id)
    const { draft, item, programme, travellers } = now
    const { minutes, pushed, mayWait } = draft.answers
    if (item && draft.kind === 'late' && mayWait === undefined) {
      const answers = { ...draft.answers, mayWait: mayStillWait(item, clock.now()) }
      await drafts.update(id, { answers })
      return shown(id)
    }
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

  /** Which text in which language is written next: a single one, or all that are missing, one after the other. */
  async function answerTexts(id: number, { draft, item, activity }: ItemStanding, raw: ItemRaw) {
    const facts = draftedFacts(item, draft.answers, activity)
    if (raw.kind !== 'choice' || !facts) throw programmeErrors.chooseOne()
    const isFillingTexts = raw.value === 'missing'
    const step = isFillingTexts
      ? missingTexts(facts)[0]
      : textStepsOf(facts).find((each) => each === raw.value)
    if (!step) throw programmeErrors.answered()
    await drafts.update(id, { answers: { ...draft.answers, isFillingTexts }, changing: step })
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

    openWhere: drafts.openWhere,

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
      if (step === 'texts') return answerTexts(id, now, raw)
      const told = readItemAnswer(step, raw, {
        ...{ answers, item, activity, language, now: clock.now() },
        groups: groupsNamed(programme, travellers),
        numbers: travellers.flatMap(({ number }) => number ?? []),
        cities: programme.flatMap(citiesOf),
      })
      const next = { ...withoutReadings(told.minutes === undefined ? answers : {}), ...told }
      const changing = stepAfter(step, next, now)
      // The run through the languages has come to its end.
      const { isFillingTexts: _, ...whole } = next
      await drafts.update(id, { answers: changing === null ? whole : next, changing })
      return shown(id)
    },

    async back(id: number, personId: number): Promise<ItemStanding> {
      const { step, draft } = await standing(id)
      const before = itemStepBefore(step, draft)
      return askAgain(id, personId, before === 'summary' || before === undefined ? null : before)
    },

    async change(id: number, personId: number, step: ItemStep): Promise<ItemStanding> {
      const { draft } = await standing(id)
      if (!stepsOf(draft).some((each) => each === step)) throw programmeErrors.answered()
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

/** What is asked after an answer without the draft saying so; `null`: what is missing, or the summary. */
function stepAfter(step: ItemStep, answers: ItemAnswers, { item, activity }: ItemStanding): ItemStep | null {
  if (answers.readings) return step
  const facts = draftedFacts(item, answers, activity)
  if (!facts) return null
  if (isTextStep(step)) return answers.isFillingTexts ? (missingAfter(step, facts) ?? null) : null
  // A deadline has no end; what it is now has one.
  return step === 'kind' && facts.endsAt === null && facts.kind !== 'deadline' ? 'end' : null
}

const withoutReadings = ({ readings: _, ...answers }: ItemAnswers): ItemAnswers => answers
