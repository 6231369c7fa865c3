import type { Clock } from '../../../../platform/clock.ts'
import { isRefused } from '../../../../shared/domain-error.ts'
import type { Language } from '../../../../shared/localized-text.ts'
import { ownDraft } from '../../../../shared/own-draft.ts'
import { mayDo, type People } from '../../../people/index.ts'
import type { ActivityStore } from '../../data/activity-store.ts'
import type { PlanDraftStore } from '../../data/planning/plan-draft-store.ts'
import type { Activity } from '../../domain/activity.ts'
import { activityErrors } from '../../domain/errors.ts'
import { planningErrors } from '../../domain/planning/errors.ts'
import {
  isPlanKind,
  planOf,
  withAnswers,
  type PlanAnswers,
  type PlanDraft,
} from '../../domain/planning/plan.ts'
import {
  currentPlanStep,
  isOptionalPlanStep,
  planStepBefore,
  planSteps,
  type PlanStep,
} from '../../domain/planning/steps.ts'
import type { PlanRaw } from './plan-reading.ts'
import { readPlanAnswer } from './read-plan-answer.ts'

export interface FillPlanNeeds {
  activities: ActivityStore
  drafts: PlanDraftStore
  people: People
  clock: Clock
  homeTimeZone: string
}

/** Where a draft stands: what it is asking now. */
export interface PlanStanding {
  draft: PlanDraft
  /** Everything answered so far, on top of the activity that is being edited. */
  plan: PlanAnswers
  /** What is being edited. */
  activity?: Activity
  step: PlanStep | 'summary'
  /** Where the days are counted. */
  timeZone: string
}

export type FillPlan = ReturnType<typeof fillPlan>

/** The verbs of planning a workshop. Each writes to the draft at once, and the next step follows from the draft. */
export function fillPlan({ activities, drafts, people, clock, homeTimeZone }: FillPlanNeeds) {
  /** Everybody who runs the house opens new activities; an activity is edited by those who run it. */
  async function checkMayPlan(personId: number, activityId: number | null): Promise<void> {
    const grants = await people.roles.of(personId)
    if (activityId === null) {
      if (!mayDo(grants, 'openActivities')) throw activityErrors.notYours()
      return
    }
    const activity = await activities.read(activityId)
    if (!activity) throw activityErrors.unknown()
    if (!mayDo(grants, 'changeActivity', activity.code)) throw activityErrors.notYours()
    if (!isPlanKind(activity.kind)) throw planningErrors.byWorkbook()
    if (activity.state === 'cancelled') throw activityErrors.notOpen('cancelled')
  }

  /** The draft of its author, while they may still plan. */
  async function draftOf(id: number, personId: number): Promise<PlanDraft> {
    const closed = { gone: activityErrors.draftGone, paused: planningErrors.paused }
    const draft = ownDraft(await drafts.readLocked(id), personId, closed)
    await checkMayPlan(personId, draft.activityId)
    return draft
  }

  async function standing(id: number): Promise<PlanStanding> {
    const draft = await drafts.read(id)
    if (!draft) throw activityErrors.answered()
    const activity = draft.activityId === null ? undefined : await activities.read(draft.activityId)
    const plan = withAnswers(activity ? planOf(activity) : {}, draft.answers)
    const timeZone = activity?.timeZone ?? homeTimeZone
    const step = currentPlanStep({ plan, changing: draft.changing, timeZone })
    return { draft, plan, step, timeZone, ...(activity ? { activity } : {}) }
  }

  async function askAgain(id: number, personId: number, step: PlanStep | undefined): Promise<PlanStanding> {
    const { answers } = await draftOf(id, personId)
    if (step) await drafts.update(id, { answers: withoutReadings(answers), changing: step })
    return standing(id)
  }

  return {
    standing,
    draftOf,

    /** Begins a new plan, or goes on with the one there is. */
    async begin(personId: number, language: Language): Promise<PlanDraft> {
      await checkMayPlan(personId, null)
      return drafts.open(personId, null, { languages: [language] })
    },

    /** Begins to edit an activity, or goes on with it. */
    async edit(personId: number, activityId: number): Promise<PlanDraft> {
      await checkMayPlan(personId, activityId)
      return drafts.open(personId, activityId, {})
    },

    openWhere: drafts.openWhere,

    /** The draft whose question is open; none for somebody who may not plan any more. */
    async openDraftOf(personId: number): Promise<PlanDraft | undefined> {
      const draft = await drafts.openOne(personId)
      if (!draft || (await isRefused(() => checkMayPlan(personId, draft.activityId)))) return undefined
      return draft
    },

    async answer(id: number, personId: number, raw: PlanRaw, language: Language): Promise<PlanStanding> {
      const { answers } = await draftOf(id, personId)
      const { step, plan, timeZone } = await standing(id)
      if (step === 'summary') throw activityErrors.answered()
      if (raw.kind === 'skip' && !isOptionalPlanStep(step)) throw activityErrors.answered()
      const told = readPlanAnswer(step, raw, { plan, language, now: clock.now(), timeZone, homeTimeZone })
      const isStillAsked = told.readings !== undefined || told.isLanguagesDone === false
      await drafts.update(id, {
        answers: withAnswers(withoutReadings(answers), told),
        changing: isStillAsked ? step : null,
      })
      return standing(id)
    },

    async back(id: number, personId: number): Promise<PlanStanding> {
      const { step, plan } = await standing(id)
      return askAgain(id, personId, planStepBefore(step, plan))
    },

    async change(id: number, personId: number, step: PlanStep): Promise<PlanStanding> {
      const { plan } = await standing(id)
      if (!planSteps(plan).includes(step)) throw activityErrors.answered()
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

const withoutReadings = ({ readings: _readings, ...answers }: PlanAnswers): PlanAnswers => answers
