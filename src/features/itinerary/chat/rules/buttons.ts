import { button } from '../../../../bot/callback-data.ts'
import { questionButtons } from '../../../../bot/drafts/question-buttons.ts'

/** The reminder plan of an activity, and one of its rules. */
export const openRules = button('i.rules', { activityId: 'number' })
export const openRule = button('i.rule', { activityId: 'number', rule: 'text' })

/** Buttons of the live question about a rule that is being changed. */
export const ruleQuestion = questionButtons('i.r')
