import type { ItemAnswers, ItemDraft } from './item-draft.ts'
import { isTextStep, type TextStep } from './texts.ts'

const itemSteps = [
  ...(['kind', 'title', 'start', 'end', 'place', 'audience'] as const),
  ...(['startCity', 'endCity', 'mandatory', 'notes', 'remind', 'texts'] as const),
]
const lateSteps = ['minutes', 'left', 'pushed'] as const

/** What can be asked; `texts` asks which text in which language, and that is a step of its own. */
export type ItemStep = PlainStep | TextStep
type PlainStep = (typeof itemSteps)[number] | (typeof lateSteps)[number]

export const isItemStep = (text: string): text is ItemStep =>
  isTextStep(text) || [...itemSteps, ...lateSteps].some((step) => step === text)

type Asked = Pick<ItemDraft, 'kind' | 'answers'>

/** Everything that can be said of an item, or of a delay, in the order of the summary. */
export const stepsOf = ({ kind, answers }: Asked): readonly PlainStep[] =>
  kind === 'late' ? lateSteps.filter((step) => step !== 'left' || answers.mayWait) : itemSteps

/** What is asked of a new item, one after the other; the rest has what is usual, and can be changed. */
export function askedSteps({ kind, answers }: Asked): readonly PlainStep[] {
  if (kind === 'edit') return []
  if (kind === 'late') return stepsOf({ kind, answers })
  // A journey's hours are typed by the clocks of both its ends.
  const cities = answers.kind === 'travel' ? (['startCity', 'endCity'] as const) : []
  return ['kind', 'title', ...cities, 'start', 'end', 'place', 'audience']
}

const answerNames: Record<PlainStep, keyof ItemAnswers> = {
  kind: 'kind',
  title: 'title',
  start: 'startsAt',
  end: 'endsAt',
  startCity: 'start',
  endCity: 'end',
  place: 'place',
  audience: 'audience',
  mandatory: 'isMandatory',
  notes: 'notes',
  remind: 'remindMinutesBefore',
  texts: 'isFillingTexts',
  minutes: 'minutes',
  left: 'hasLeft',
  pushed: 'pushed',
}

/** The step to ask now: the one being changed, else the first that nobody has answered; then the summary. */
export function currentItemStep(
  draft: Pick<ItemDraft, 'kind' | 'answers' | 'changing'>,
): ItemStep | 'summary' {
  const { changing, answers } = draft
  const again =
    changing !== null && isTextStep(changing) ? changing : stepsOf(draft).find((step) => step === changing)
  return again ?? askedSteps(draft).find((step) => answers[answerNames[step]] === undefined) ?? 'summary'
}

/** The step before this one, to go back to; `undefined` at the first. */
export function itemStepBefore(
  step: ItemStep | 'summary',
  draft: Pick<ItemDraft, 'kind' | 'answers'>,
): ItemStep | 'summary' | undefined {
  if (draft.kind === 'edit') return step === 'summary' ? undefined : 'summary'
  const steps: readonly ItemStep[] = askedSteps(draft)
  const at = step === 'summary' ? steps.length : steps.indexOf(step)
  return at < 0 ? 'summary' : steps[at - 1]
}

/** What can be left without an answer; a deadline has no end. */
export const isOptionalStep = (
  step: ItemStep,
  answers: ItemAnswers,
  kindOfItem: string | undefined,
): boolean =>
  isTextStep(step) ||
  step === 'place' ||
  step === 'notes' ||
  (step === 'end' && (answers.kind ?? kindOfItem) === 'deadline')
