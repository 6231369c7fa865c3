import type { Message } from '../../../../bot/messenger.ts'
import {
  isOptionalPlanStep,
  planProgress,
  planStepBefore,
  type PlanStep,
} from '../../domain/planning/steps.ts'
import { titleOf } from '../../domain/activity.ts'
import { planQuestion } from '../buttons.ts'
import { progressLine, questionKeyboard } from '../../../../bot/drafts/question-view.ts'
import { planPrompt, type PlanScene } from './plan-prompts.ts'
import { planValue } from './values.ts'

/** The live question of a plan: what is asked, what stands there now, and always the same last row. */
export function planStepView(step: PlanStep, scene: PlanScene, refusal?: string): Message {
  const { words, plan, draft } = scene
  const prompt = planPrompt(step, scene)
  const value = step === 'languages' ? '' : planValue(step, plan, scene)
  const question = {
    words,
    buttons: planQuestion,
    draft,
    step,
    hasBack: planStepBefore(step, plan) !== undefined,
    hasSkip: isOptionalPlanStep(step),
  }
  return {
    text: [
      progressLine(words, nameOf(scene), planProgress(step, plan)),
      ...(refusal ? [`⚠️ ${refusal}`] : []),
      prompt.text,
      ...(value ? [words('planning:now', { value })] : []),
    ].join('\n\n'),
    keyboard: questionKeyboard(question, prompt),
  }
}

/** What is being planned: the activity by its name, a new one by its kind. */
function nameOf({ words, plan, activity }: PlanScene): string {
  if (activity) return titleOf(activity, words.language)
  return plan.kind ? words.plain(`activities:kind.${plan.kind}`) : words.plain('planning:new')
}
