import type { Chat } from '../../../../bot/context.ts'
import type { BroadcastStanding } from '../../actions/composing/fill-broadcast.ts'
import type { AudienceNumbers, AudienceStep } from './audience-step.ts'

/** Where a draft stands, with what is to be said of its audience. */
export interface ComposingScene extends BroadcastStanding {
  numbers: AudienceNumbers
  /** The audience in a line. */
  forWhom: string
}

/** Looks at an audience for whatever a view says of it. */
export const lookingAtScene =
  (audience: Pick<AudienceStep, 'numbers' | 'describe'>) =>
  async (chat: Chat, standing: BroadcastStanding): Promise<ComposingScene> => ({
    ...standing,
    numbers: await audience.numbers(standing.draft.audience),
    forWhom: await audience.describe(chat, standing.draft.audience),
  })
