import type { Message } from '../../../../bot/messenger.ts'
import { progressLine, questionKeyboard } from '../../../../bot/drafts/question-view.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import type { ItemStanding } from '../../actions/editing/item-standing.ts'
import { draftedFacts } from '../../domain/drafts/item-draft.ts'
import { askedSteps, isOptionalStep, itemStepBefore, type ItemStep } from '../../domain/drafts/steps.ts'
import { itemQuestion } from './buttons.ts'
import { factValue, type ShownFact } from './fact-values.ts'
import { itemPrompt } from './item-prompts.ts'
import { nameOf } from './list-view.ts'

/** The live question about an item: what is asked, what stands there now, and always the same last row. */
export function itemStepView(
  words: Words,
  step: ItemStep,
  standing: ItemStanding,
  refusal?: string,
): Message {
  const { draft, item, activity } = standing
  const prompt = itemPrompt(words, step, standing)
  const facts = draftedFacts(item, draft.answers, activity)
  const fact = factOf[step]
  const value = facts && fact ? factValue(words, fact, facts, activity.workingLanguage ?? undefined) : ''
  const question = {
    words,
    buttons: itemQuestion,
    draft,
    step,
    hasBack: itemStepBefore(step, draft) !== undefined,
    hasSkip: isOptionalStep(step, draft.answers, item?.kind),
  }
  return {
    text: [
      headOf(words, step, standing),
      ...(refusal ? [`⚠️ ${refusal}`] : []),
      prompt.text,
      ...(value ? [words('programme:ask.now', { value })] : []),
    ].join('\n\n'),
    keyboard: questionKeyboard(question, prompt),
  }
}

/** What stands in the programme now, or has been said; of what is asked by a tap alone nothing needs saying. */
const factOf: Partial<Record<ItemStep, ShownFact>> = {
  title: 'title',
  start: 'when',
  end: 'when',
  startCity: 'when',
  endCity: 'when',
  place: 'place',
  notes: 'notes',
  audience: 'audience',
  mandatory: 'mandatory',
  remind: 'remind',
}

function headOf(words: Words, step: ItemStep, { draft, item, activity }: ItemStanding): string {
  if (item) return words('programme:ask.of', { name: nameOf(words, item, activity) })
  const steps: readonly ItemStep[] = askedSteps(draft)
  const at = steps.indexOf(step) + 1
  return progressLine(words, words.plain('programme:new'), { at: at || steps.length, of: steps.length })
}
