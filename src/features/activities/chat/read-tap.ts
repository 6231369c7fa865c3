import { staleButton } from '../../../bot/callback-data.ts'
import { isStepName, type StepName } from '../domain/application.ts'
import * as buttons from './buttons.ts'

/** A tap on the live question or the summary. */
export type Tap =
  | { kind: 'pick'; applicationId: number; revision: number; step: StepName; value: string }
  | { kind: 'change'; applicationId: number; revision: number; step: StepName }
  | { kind: 'skip' | 'back' | 'submit'; applicationId: number; revision: number }
  | { kind: 'pause'; applicationId: number }
  | { kind: 'askDiscard'; applicationId: number }
  | { kind: 'discard'; applicationId: number }
  | { kind: 'keep'; applicationId: number }

/** Reads the data of a button of the sitting; anything else is stale or forged. */
export function readTap(data: string): Tap {
  const { pick, change, skip, back, submit, pause, askDiscard, discard, keep } = buttons
  if (pick.pattern.test(data)) {
    const { step, ...others } = pick.unpack(data)
    return { kind: 'pick', ...others, step: stepOf(step) }
  }
  if (change.pattern.test(data)) {
    const { step, ...others } = change.unpack(data)
    return { kind: 'change', ...others, step: stepOf(step) }
  }
  if (skip.pattern.test(data)) return { kind: 'skip', ...skip.unpack(data) }
  if (back.pattern.test(data)) return { kind: 'back', ...back.unpack(data) }
  if (submit.pattern.test(data)) return { kind: 'submit', ...submit.unpack(data) }
  if (pause.pattern.test(data)) return { kind: 'pause', ...pause.unpack(data) }
  if (askDiscard.pattern.test(data)) return { kind: 'askDiscard', ...askDiscard.unpack(data) }
  if (discard.pattern.test(data)) return { kind: 'discard', ...discard.unpack(data) }
  if (keep.pattern.test(data)) return { kind: 'keep', ...keep.unpack(data) }
  throw staleButton()
}

function stepOf(text: string): StepName {
  if (!isStepName(text)) throw staleButton()
  return text
}
