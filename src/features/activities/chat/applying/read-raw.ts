import type { Chat } from '../../../../bot/context.ts'
import { typedChoice, wordsOfLastRow } from '../../../../bot/drafts/typed-words.ts'
import type { Raw } from '../../actions/read-answer.ts'
import type { StepName } from '../../domain/application.ts'
import { activityErrors } from '../../domain/errors.ts'
import { isOptional } from '../../domain/steps.ts'
import { isFormStep, type ApplyingStanding } from './applying-with-form.ts'
import { promptOf } from './prompts.ts'
import type { StepScene } from './step-view.ts'

/** Here every letter counts: "Ayşe Yılmaz" is no yes to "Ayse Yilmaz". And a list of languages may be typed at once. */
const spelt: ReadonlySet<StepName> = new Set(['name', 'passport', 'languages', 'firmName'])

/** What somebody has written or shared, as an answer to the question that is open. */
export function rawOf(chat: Chat, { step }: ApplyingStanding, scene: StepScene): Raw {
  if (step === 'summary' || isFormStep(step)) throw activityErrors.chooseOne()
  const contact = chat.message?.contact
  if (contact) {
    const isForwarded = chat.message?.forward_origin !== undefined
    return {
      kind: 'contact',
      phone: contact.phone_number,
      isOwn: contact.user_id === chat.viewer.userId && !isForwarded,
    }
  }
  const text = chat.message?.text
  if (text === undefined) throw activityErrors.textExpected()
  const { choices } = promptOf(step, scene)
  const byNumber = step === 'firm' || step === 'firmCluster' ? choices[Number(text.trim()) - 1] : undefined
  const chosen = byNumber ?? (spelt.has(step) ? undefined : typedChoice(choices, text))
  if (chosen) return { kind: 'choice', value: chosen.value }
  if (isOptional(step) && wordsOfLastRow(chat.words, text) === 'skip') return { kind: 'skip' }
  return { kind: 'text', text }
}
