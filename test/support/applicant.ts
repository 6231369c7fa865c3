import type { Telegram } from '../../src/sandbox/telegram.ts'
import type { Phone } from '../../src/sandbox/phone.ts'
import type { Reader } from './crowd.ts'

/** The steps that are asked of somebody whose firm is known, in their order; the number is the one the bot shows. */
const shownAs = {
  3: 'name',
  4: 'passport',
  5: 'position',
  6: 'phone',
  7: 'email',
  8: 'languages',
  9: 'interpreter',
  10: 'wishes',
} as const

export type AskedStep = (typeof shownAs)[keyof typeof shownAs]

/** What stands open on the screen. */
export type Screen =
  { kind: 'summary'; messageId: number } | { kind: 'question'; messageId: number; step: AskedStep }

export interface Applicant extends Reader<Screen> {
  readonly phone: Phone
  /** Types an answer to a question. */
  type(text: string): void
  /** Taps the button that changes a line of the summary. */
  change(messageId: number, step: AskedStep): void
}

/** Somebody at a phone who applies: they read what the bot asks and answer what they read. */
export function applicant(telegram: Telegram, userId: number): Applicant {
  telegram.openPhone({
    id: userId,
    firstName: 'Ada',
    languageCode: 'en',
    phoneNumber: `90${5_300_000_000 + (userId % 100_000_000)}`,
    label: `Ada ${userId}`,
  })
  const phone = telegram.phone(userId)
  let hasGoneOn = false
  const messages = () => telegram.world.messages.of(userId).map(({ message }) => message)
  /** A line of the summary that is being changed has no place among the steps: its button to keep the answer tells. */
  const changedStep = (messageId: number): AskedStep | undefined =>
    Object.values(shownAs).find((step) => findButton(telegram, userId, messageId, `:${step}:keep`))

  return {
    userId,
    phone,
    arrive: () => phone.start({}),
    look() {
      for (const { from, text = '', message_id: messageId } of messages().toReversed()) {
        if (!from?.is_bot) continue
        if (text.includes('Tap a button to change a line.')) return { kind: 'summary', messageId }
        const at = /· (\d+)\/\d+ ▰/.exec(text)?.[1]
        const step = at === undefined ? changedStep(messageId) : shownAs[Number(at) as keyof typeof shownAs]
        if (step) return { kind: 'question', messageId, step }
      }
      return undefined
    },
    goOn() {
      const offer = messages().find(({ message_id: id }) => findButton(telegram, userId, id, 'a.resume:'))
      const place = offer && !hasGoneOn && findButton(telegram, userId, offer.message_id, 'a.resume:')
      if (!offer || !place) return
      hasGoneOn = true
      void phone.press({ messageId: offer.message_id, ...place }).catch(() => {})
    },
    type: (text) => phone.type({ text }),
    change(messageId, step) {
      const place = findButton(telegram, userId, messageId, `:${step}`)
      // A press that nobody answers is not a fault here: the bot may be killed while it spins.
      if (place) void phone.press({ messageId, ...place }).catch(() => {})
    },
  }
}

export function findButton(telegram: Telegram, chatId: number, messageId: number, part: string) {
  const keyboard = telegram.world.messages.get(chatId, messageId)?.message.reply_markup?.inline_keyboard ?? []
  for (const [row, keys] of keyboard.entries())
    for (const [column, key] of keys.entries())
      if ('callback_data' in key && key.callback_data?.includes(part)) return { row, column }
  return undefined
}
