import { isRefused } from '../../../../shared/domain-error.ts'
import { draftErrors, ownDraft } from '../../../../shared/own-draft.ts'
import type { Activity } from '../../../activities/index.ts'
import type { RuleDraftStore } from '../../data/reminders/rule-draft-store.ts'
import type { RuleStore } from '../../data/reminders/rule-store.ts'
import type { PlanDifference } from '../../domain/rules/plan-difference.ts'
import { ruleKinds, type RuleName, type Setting } from '../../domain/rules/plan-rules.ts'
import { readSetting } from '../../domain/rules/read-setting.ts'
import {
  answered,
  isAsItIs,
  type RuleAnswer,
  type RuleDraft,
  type RuleStep,
} from '../../domain/rules/rule-draft.ts'
import { ruleErrors } from '../../domain/rules/rule-errors.ts'
import type { RunsActivity } from '../runs-activity.ts'
import type { PreviewPlan } from './preview-plan.ts'

export interface FillRuleNeeds {
  rules: Pick<RuleStore, 'read'>
  drafts: RuleDraftStore
  preview: PreviewPlan
  runs: RunsActivity
}

/** What somebody sent: a tap (`standard`, `off`, `o2` of what is offered) or words. */
export type RuleRaw = { kind: 'choice'; value: string } | { kind: 'text'; text: string } | { kind: 'skip' }

/** Where the change of a rule stands: what it is now, what it would be, and what that would do. */
export interface RuleStanding {
  draft: RuleDraft
  activity: Activity
  current: Setting
  next: Setting | undefined
  difference: PlanDifference | undefined
  step: RuleStep | 'summary'
}

export type FillRule = ReturnType<typeof fillRule>

/** The verbs of changing a reminder rule. Each writes to the draft at once. */
export function fillRule({ rules, drafts, preview, runs }: FillRuleNeeds) {
  /** The draft of its author, while they run the activity. */
  async function draftOf(id: number, personId: number): Promise<RuleDraft> {
    const { draftGone } = ruleErrors
    const draft = ownDraft(await drafts.readLocked(id), personId, { gone: draftGone, paused: draftGone })
    await runs(personId, draft.activityId)
    return draft
  }

  async function standing(id: number): Promise<RuleStanding> {
    const draft = await drafts.read(id)
    if (!draft) throw ruleErrors.draftGone()
    const activity = await runs(draft.personId, draft.activityId)
    const current = (await rules.read(activity.id))[draft.rule]
    const next = answered(draft)
    const difference = next && (await preview(activity.id, { rules: { [draft.rule]: next } }))
    return { draft, activity, current, next, difference, step: next ? 'summary' : 'setting' }
  }

  /** What a preview has compared with is noted, so that applying can tell whether it still stands. */
  async function shown(id: number): Promise<RuleStanding> {
    const now = await standing(id)
    if (now.step !== 'summary' || now.draft.seen?.join() === now.current.join()) return now
    await drafts.update(id, { seen: now.current })
    return standing(id)
  }

  async function askAgain(id: number, personId: number): Promise<RuleStanding> {
    await draftOf(id, personId)
    await drafts.update(id, { answer: null, seen: null })
    return standing(id)
  }

  return {
    standing,
    shown,
    draftOf,

    /** Opens the question about a rule of an activity. */
    async begin(personId: number, activityId: number, rule: RuleName): Promise<RuleDraft> {
      await runs(personId, activityId)
      return drafts.open({ personId, activityId, rule })
    },

    openWhere: drafts.openWhere,

    /** The draft whose question is open; none for somebody who does not run the activity any more. */
    async openDraftOf(personId: number): Promise<RuleDraft | undefined> {
      const draft = await drafts.openOne(personId)
      if (!draft || (await isRefused(() => runs(personId, draft.activityId)))) return undefined
      return draft
    },

    async answer(id: number, personId: number, raw: RuleRaw): Promise<RuleStanding> {
      const { rule, activityId, answer: former } = await draftOf(id, personId)
      if (former) throw draftErrors.answered()
      const answer = readAnswer(rule, raw)
      if (isAsItIs(rule, answer, await rules.read(activityId))) throw ruleErrors.isSo()
      await drafts.update(id, { answer })
      return shown(id)
    },

    back: askAgain,
    change: (id: number, personId: number, _step: RuleStep) => askAgain(id, personId),

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

function readAnswer(rule: RuleName, raw: RuleRaw): RuleAnswer {
  if (raw.kind === 'skip') throw draftErrors.answered()
  if (raw.kind === 'text') return { kind: 'own', setting: readSetting(rule, raw.text) }
  if (raw.value === 'standard') return { kind: 'standard' }
  if (raw.value === 'off') return { kind: 'own', setting: [] }
  const setting = ruleKinds[rule].offered[Number(raw.value.slice(1))]
  if (!setting) throw draftErrors.answered()
  return { kind: 'own', setting }
}
