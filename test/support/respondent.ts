import type { Telegram } from '../../src/sandbox/telegram.ts'
import { findButton } from './applicant.ts'
import type { Reader } from './crowd.ts'

/** The open question of a form, by its place among those that apply; or the review behind the last one. */
export interface FormScreen {
  kind: 'question' | 'review'
  messageId: number
  step: string
}

export interface Respondent extends Reader<FormScreen> {
  /** Taps the first answer there is, or types this where there is none to tap. */
  answer(screen: FormScreen, text: string): void
  type(text: string): void
  /** Taps the first button of a message that carries this. */
  tap(messageId: number, part: string): boolean
}

/** Somebody at a phone who opens a form by its link and answers what they read. */
export function respondent(telegram: Telegram, userId: number, formId: string): Respondent {
  telegram.openPhone({
    id: userId,
    firstName: 'Ada',
    languageCode: 'en',
    phoneNumber: `90${5_300_000_000 + (userId % 100_000_000)}`,
    label: `Ada ${userId}`,
  })
  const phone = telegram.phone(userId)

  function tap(messageId: number, part: string): boolean {
    const place = findButton(telegram, userId, messageId, part)
    // A press that nobody answers is not a fault here: the bot may be killed while it spins.
    if (place) void phone.press({ messageId, ...place }).catch(() => {})
    return place !== undefined
  }

  return {
    userId,
    arrive: () => phone.start({ payload: `q_${formId}` }),
    look() {
      const messages = telegram.world.messages.of(userId).map(({ message }) => message)
      for (const { from, text = '', message_id: messageId } of messages.toReversed()) {
        if (!from?.is_bot) continue
        const at = /(\d+)\/\d+ [▰▱]/.exec(text)?.[1]
        if (at !== undefined) return { kind: 'question', messageId, step: at }
        if (text.includes('Please check.')) return { kind: 'review', messageId, step: 'review' }
      }
      return undefined
    },
    answer({ messageId }, text) {
      if (!tap(messageId, 'q.s.pick:')) phone.type({ text })
    },
    type: (text) => phone.type({ text }),
    tap,
  }
}
