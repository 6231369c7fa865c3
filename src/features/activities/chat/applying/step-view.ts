import type { Message } from '../../../../bot/messenger.ts'
import type { Html } from '../../../../platform/texts/html.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import type { Firm, Notice } from '../../../people/index.ts'
import type { Activity } from '../../domain/activity.ts'
import { titleOf } from '../../domain/activity.ts'
import type { Application, StepName } from '../../domain/application.ts'
import { isOptional, progressOf, stepBefore } from '../../domain/steps.ts'
import { applicationQuestion } from '../buttons.ts'
import { promptOf } from './prompts.ts'
import type { QuestionButtons } from '../../../../bot/drafts/question-buttons.ts'
import { progressLine, questionKeyboard } from '../../../../bot/drafts/question-view.ts'

/** What a step's picture needs to know beyond the draft. */
export interface StepScene {
  words: Words
  activity: Activity
  application: Application
  isTrip: boolean
  /** Firms to choose from: the person's own, or what a search found. */
  firms: readonly Firm[]
  /** The notice in force, where it is what is shown. */
  notice?: Notice & { text: Html }
  /** A proposal for the name, from the Telegram profile. */
  proposedName?: { givenNames: string; surname: string }
  /** How many questions of a form follow. */
  ofForm?: number
  /** Why the last answer was not taken. */
  refusal?: string
  /** Where it is not asked while applying: under which heading, and with which buttons. */
  frame?: { head: string; buttons: QuestionButtons; hasBack: boolean }
}

/** The live question: what is asked, the answers to tap, and always the same last row. */
export function stepView(step: StepName, scene: StepScene): Message {
  const { words, activity, application, refusal, frame } = scene
  const prompt = promptOf(step, scene)
  const title = titleOf(activity, words.language)
  // How far somebody is, is no question where a single line is changed.
  const { before } = application.answers
  const head =
    frame?.head ??
    (before
      ? words('activities:trips.name', { title })
      : progressLine(words, title, withForm(progressOf(step, scene), scene)))
  const text = [head, ...(refusal ? [`⚠️ ${refusal}`] : []), prompt.text].join('\n\n')
  if (prompt.sharesPhone) return { text, replyKeyboard: phoneKeyboard(words, step, scene) }
  const question = {
    words,
    buttons: frame?.buttons ?? applicationQuestion,
    draft: application,
    step,
    hasBack: hasBack(step, scene),
    hasSkip: isOptional(step) && !prompt.hasAnswer,
  }
  return { text, keyboard: questionKeyboard(question, prompt) }
}

const withForm = ({ at, of }: { at: number; of: number }, { ofForm = 0 }: StepScene) => ({
  at,
  of: of + ofForm,
})

/** Whether something lies behind a step: the one before it, or the summary it was opened from. */
const hasBack = (step: StepName, scene: StepScene): boolean =>
  scene.frame?.hasBack ??
  (scene.application.answers.before !== undefined || stepBefore(step, scene) !== undefined)

/** Only a keyboard in place of the phone's own can share a number; its other buttons are typed words. */
function phoneKeyboard(words: Words, step: StepName, scene: StepScene) {
  const others = [
    ...(hasBack(step, scene) ? [{ text: words.plain('bot:drafts.back') }] : []),
    { text: words.plain('bot:drafts.pause') },
  ]
  return {
    keyboard: [
      [{ text: words.plain('activities:steps.phone.share'), request_contact: true as const }],
      others,
    ],
    resize_keyboard: true,
    one_time_keyboard: true,
  }
}
