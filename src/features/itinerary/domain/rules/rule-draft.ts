import { isSameSetting, ruleKinds, type PlanRules, type RuleName, type Setting } from './plan-rules.ts'

/** What somebody has chosen for a rule: a setting of their own, or the standard of the house again. */
export type RuleAnswer = { kind: 'own'; setting: Setting } | { kind: 'standard' }

/** A change of a reminder rule that somebody is making; nothing of it counts before it is applied. */
export interface RuleDraft {
  id: number
  personId: number
  activityId: number
  rule: RuleName
  answer: RuleAnswer | null
  /** The setting that the preview has compared with. */
  seen: Setting | null
  isPaused: boolean
  revision: number
  updatedAt: Temporal.Instant
}

export type RuleStep = 'setting'
export const isRuleStep = (text: string): text is RuleStep => text === 'setting'

/** What a rule would be. */
export const answered = ({ rule, answer }: Pick<RuleDraft, 'rule' | 'answer'>): Setting | undefined =>
  answer === null ? undefined : answer.kind === 'own' ? answer.setting : ruleKinds[rule].standard

/** Whether an answer would change nothing. */
export const isAsItIs = (rule: RuleName, answer: RuleAnswer, rules: PlanRules): boolean => {
  const setting = answered({ rule, answer })
  return setting !== undefined && isSameSetting(setting, rules[rule])
}
