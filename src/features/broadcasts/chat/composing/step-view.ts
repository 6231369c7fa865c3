import type { Message } from '../../../../bot/messenger.ts'
import { questionKeyboard } from '../../../../bot/drafts/question-view.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import type { ComposedDraft } from '../../domain/composing/draft.ts'
import { broadcastStepBefore, type BroadcastStep } from '../../domain/composing/steps.ts'
import { isPersonal } from '../../actions/composing/read-template.ts'
import { openLog } from '../afterwards/buttons.ts'
import { broadcastQuestion } from './buttons.ts'
import type { BroadcastPrompt } from './prompt.ts'

/** The live question about a broadcast, and always the same last row. */
export function broadcastStepView(
  words: Words,
  { step, draft }: { step: BroadcastStep; draft: ComposedDraft },
  prompt: BroadcastPrompt,
  refusal?: string,
): Message {
  const question = {
    ...{ words, draft, step, buttons: broadcastQuestion },
    hasBack: broadcastStepBefore(step, draft) !== undefined,
    hasSkip: step === 'field' && isPersonal(draft.notes.fields?.[0] ?? ''),
  }
  return {
    text: [words('composing:head'), ...(refusal ? [`⚠️ ${refusal}`] : []), prompt.text].join('\n\n'),
    keyboard: [...questionKeyboard(question, prompt), ...(step === 'content' ? [logRow(words)] : [])],
  }
}

/** The way from a new broadcast to those that were sent. */
const logRow = (words: Words) => [
  { text: words.plain('afterwards:log.open'), callback_data: openLog.pack({ activityId: 0, offset: -1 }) },
]
