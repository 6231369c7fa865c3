import { button, staleButton } from '../callback-data.ts'

/**
 * The buttons of a live question and its summary. `draftId` says which draft they belong to, `revision` tells an old
 * one from the one that is open. The prefix is stable for good: old buttons stay in old chats.
 */
export function questionButtons(prefix: string) {
  const draft = { draftId: 'number' } as const
  const live = { draftId: 'number', revision: 'number' } as const
  return {
    prefix,
    pick: button(`${prefix}.pick`, { ...live, step: 'text', value: 'text' }),
    change: button(`${prefix}.change`, { ...live, step: 'text' }),
    skip: button(`${prefix}.skip`, live),
    back: button(`${prefix}.back`, live),
    submit: button(`${prefix}.submit`, live),
    pause: button(`${prefix}.pause`, draft),
    askDiscard: button(`${prefix}.discard`, draft),
    discard: button(`${prefix}.discarded`, draft),
    keep: button(`${prefix}.keep`, draft),
  }
}

export type QuestionButtons = ReturnType<typeof questionButtons>

interface Live {
  draftId: number
  revision: number
}

/** A tap on the live question or the summary. */
export type Tap<Step extends string> =
  | ({ kind: 'pick'; step: Step; value: string } & Live)
  | ({ kind: 'change'; step: Step } & Live)
  | ({ kind: 'skip' } & Live)
  | ({ kind: 'back' } & Live)
  | ({ kind: 'submit' } & Live)
  | { kind: 'pause'; draftId: number }
  | { kind: 'askDiscard'; draftId: number }
  | { kind: 'discard'; draftId: number }
  | { kind: 'keep'; draftId: number }

/** Reads the data of a button of the sitting; anything else is stale or forged. */
export function readTap<Step extends string>(
  buttons: QuestionButtons,
  isStep: (text: string) => text is Step,
  data: string,
): Tap<Step> {
  const { pick, change, ...others } = buttons
  if (pick.pattern.test(data)) return { kind: 'pick', ...withStep(pick.unpack(data), isStep) }
  if (change.pattern.test(data)) return { kind: 'change', ...withStep(change.unpack(data), isStep) }
  for (const kind of ['skip', 'back', 'submit'] as const)
    if (others[kind].pattern.test(data)) return { kind, ...others[kind].unpack(data) }
  for (const kind of ['pause', 'askDiscard', 'discard', 'keep'] as const)
    if (others[kind].pattern.test(data)) return { kind, ...others[kind].unpack(data) }
  throw staleButton()
}

function withStep<Values extends { step: string }, Step extends string>(
  { step, ...others }: Values,
  isStep: (text: string) => text is Step,
): Omit<Values, 'step'> & { step: Step } {
  if (!isStep(step)) throw staleButton()
  return { ...others, step }
}
