import type { Clock } from '../../../../platform/clock.ts'
import type { Language } from '../../../../shared/localized-text.ts'
import type { ActivityStore } from '../../data/activity-store.ts'
import type { PlanDraftStore } from '../../data/planning/plan-draft-store.ts'
import type { Activity } from '../../domain/activity.ts'
import { activityErrors } from '../../domain/errors.ts'
import { codeStem, nextCode } from '../../domain/planning/activity-code.ts'
import { deadlineRefusal } from '../../domain/planning/deadlines.ts'
import { planningErrors } from '../../domain/planning/errors.ts'
import { plannedActivity, planOf, withAnswers, type Plan } from '../../domain/planning/plan.ts'
import { changedSteps, type PlanStep } from '../../domain/planning/steps.ts'
import type { FillPlan, PlanStanding } from './fill-plan.ts'

export interface PublishPlanNeeds {
  activities: ActivityStore
  drafts: PlanDraftStore
  filling: FillPlan
  clock: Clock
  homeTimeZone: string
}

/** What was published, and what an edit has changed. */
export interface PublishedPlan {
  activity: Activity
  before?: Activity
}

/** Opens a planned activity, or saves what an edit changes. People who have been approved keep their seats. */
export function publishPlan({ activities, drafts, filling, clock, homeTimeZone }: PublishPlanNeeds) {
  return async (draftId: number, personId: number): Promise<PublishedPlan> => {
    const draft = await filling.draftOf(draftId, personId)
    const standing = await filling.standing(draftId)
    if (standing.step !== 'summary') throw activityErrors.notComplete()
    const published =
      draft.activityId === null
        ? { activity: await publishNew(standing) }
        : await saveEdit(draft.activityId, standing)
    await drafts.remove(draftId)
    return published
  }

  async function publishNew({ plan, timeZone }: PlanStanding): Promise<Activity> {
    checkStillComing(plan, timeZone, ['startsOn', 'closesAt'])
    const planned = complete(plan)
    const spoken = plan.languages ?? []
    const stem = codeStem(plan.kind ?? 'workshop', plan.startsOn ?? '')
    return activities.save({
      ...planned,
      code: nextCode(stem, await drafts.takenCodes(stem)),
      country: null,
      timeZone: homeTimeZone,
      perFirm: null,
      decisionOn: null,
      workingLanguage: onlyOne(spoken),
      details: {},
      state: 'published',
    })
  }

  async function saveEdit(activityId: number, { draft, timeZone }: PlanStanding): Promise<PublishedPlan> {
    const activity = await activities.readLocked(activityId)
    if (!activity) throw activityErrors.unknown()
    const before = planOf(activity)
    const after = withAnswers(before, draft.answers)
    const changed = changedSteps(before, after)
    if (changed.length === 0) throw planningErrors.nothingChanged()
    checkStillComing(after, timeZone, changed)
    const spoken = after.languages ?? []
    const working = spoken.find((each) => each === activity.workingLanguage) ?? onlyOne(spoken)
    const changes = { ...complete(after), workingLanguage: working }
    await activities.update(activityId, changes)
    return { before: activity, activity: { ...activity, ...changes } }
  }

  /** A draft may have lain for weeks; what it says anew must still be in the future. */
  function checkStillComing(plan: Plan, timeZone: string, said: readonly PlanStep[]): void {
    const now = clock.now()
    const { startsOn = '', closesAt } = plan
    const today = now.toZonedDateTimeISO(timeZone).toPlainDate().toString()
    if (said.includes('startsOn') && startsOn <= today) throw planningErrors.datePast()
    if (!said.includes('closesAt') || !closesAt) return
    const refusal = deadlineRefusal(Temporal.Instant.from(closesAt), { startsOn, timeZone, now })
    if (refusal === 'past') throw planningErrors.deadlinePast()
    if (refusal === 'afterStart') throw planningErrors.deadlineAfterStart()
  }
}

/** Nobody is asked for a working language: of several, whoever reads none of them reads English before the others. */
const onlyOne = (spoken: readonly Language[]): Language | null =>
  spoken.length === 1 ? (spoken[0] ?? null) : null

function complete(plan: Plan) {
  const planned = plannedActivity(plan)
  if (!planned) throw activityErrors.notComplete()
  return planned
}
