import { draftErrors } from '../../../../shared/own-draft.ts'
import type { Activity } from '../../../activities/index.ts'
import type { ItemStore } from '../../data/programme/item-store.ts'
import type { RuleDraftStore } from '../../data/reminders/rule-draft-store.ts'
import type { RuleStore } from '../../data/reminders/rule-store.ts'
import type { PlanDifference } from '../../domain/rules/plan-difference.ts'
import { isSameSetting, ruleKinds } from '../../domain/rules/plan-rules.ts'
import { ruleErrors } from '../../domain/rules/rule-errors.ts'
import type { FillRule, RuleStanding } from './fill-rule.ts'

export interface ApplyRuleNeeds {
  items: Pick<ItemStore, 'lock'>
  rules: Pick<RuleStore, 'change'>
  drafts: Pick<RuleDraftStore, 'remove'>
  filling: Pick<FillRule, 'draftOf' | 'standing' | 'shown'>
  replan(activityId: number, whose: readonly number[] | 'all'): Promise<void>
}

/** What has become of a tap on "apply". `changed meanwhile`: another coordinator was faster. */
export type AppliedRule =
  | { kind: 'applied'; activity: Activity; difference: PlanDifference }
  | { kind: 'changed meanwhile'; standing: RuleStanding }

export type ApplyRule = ReturnType<typeof applyRule>

/** Changes a rule as the preview has shown it; all reminders that are planned follow in the same transaction. */
export function applyRule({ items, rules, drafts, filling, replan }: ApplyRuleNeeds) {
  return async (draftId: number, personId: number): Promise<AppliedRule> => {
    const { activityId } = await filling.draftOf(draftId, personId)
    await items.lock(activityId)
    const { draft, activity, current, next, difference } = await filling.standing(draftId)
    if (!next || !difference) throw draftErrors.answered()
    if (isSameSetting(next, current)) {
      await drafts.remove(draftId)
      throw ruleErrors.isSo()
    }
    if (!draft.seen || !isSameSetting(draft.seen, current))
      return { kind: 'changed meanwhile', standing: await filling.shown(draftId) }
    // What is like the standard is the standard, also one that a later release may bring.
    const isStandard = isSameSetting(next, ruleKinds[draft.rule].standard)
    await rules.change(activityId, draft.rule, isStandard ? null : next)
    await replan(activityId, 'all')
    await drafts.remove(draftId)
    return { kind: 'applied', activity, difference }
  }
}
