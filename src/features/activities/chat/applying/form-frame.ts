import { progressLine } from '../../../../bot/drafts/question-view.ts'
import { titleOf } from '../../domain/activity.ts'
import { applicableSteps } from '../../domain/steps.ts'
import type { FormFrame, FormInside } from './application-forms.ts'
import { formPrefix } from './applying-with-form.ts'
import { applicationQuestion } from '../buttons.ts'
import type { StepScene } from './step-view.ts'

/** A question of the form stands under the same heading as those of the core, and is counted with them. */
export function frameOf(scene: StepScene, form: FormInside): FormFrame {
  const { words, activity, application } = scene
  const asked = application.answers.asked ?? applicableSteps(scene)
  const { at, of } = form.progress
  const title = titleOf(activity, words.language)
  return {
    head: progressLine(words, title, { at: asked.length + at, of: asked.length + of }),
    buttons: applicationQuestion,
    draft: application,
    stepPrefix: formPrefix,
  }
}
