import { expect } from 'vitest'
import type { Telegram } from '../../src/sandbox/telegram.ts'
import type { ShownMessage } from '../../src/sandbox/verbs.ts'

type Phone = ReturnType<Telegram['phone']>

export interface PersonNeeds {
  phone: Phone
  name: string
  settle(): Promise<void>
}

export type Person = ReturnType<typeof person>

/** Somebody using Telegram: they write, tap buttons by their words, and look at what stands on the screen. */
export function person({ phone, name, settle }: PersonNeeds) {
  const messages = () => phone.state().messages
  const fromBot = () => messages().filter(({ from }) => from === 'bot')

  /** The newest message that has this button now. */
  function find(label: string): { message: ShownMessage; row: number; column: number } {
    for (const message of fromBot().toReversed())
      for (const [row, keys] of (message.keyboard?.inline_keyboard ?? []).entries())
        for (const [column, key] of keys.entries())
          if (key.text.includes(label)) return { message, row, column }
    throw new Error(`${name} has no button “${label}”. On the screen:\n${screen()}`)
  }

  const screen = () =>
    messages()
      .slice(-6)
      .map(
        (message) =>
          `${message.from}: ${message.text ?? message.caption ?? '(no text)'} ${JSON.stringify(labelsOf(message))}`,
      )
      .join('\n')

  const self = {
    id: phone.userId,
    name,
    phone,
    screen,
    find,

    async starts(payload?: string): Promise<void> {
      phone.start(payload === undefined ? {} : { payload })
      await settle()
    },
    async writes(text: string): Promise<void> {
      phone.type({ text })
      await settle()
    },
    /** Taps a button by its words; resolves with the note that came up, if any. */
    async taps(label: string): Promise<string | undefined> {
      const { message, row, column } = find(label)
      const { answer } = await phone.press({ messageId: message.id, row, column })
      await settle()
      return answer?.text
    },
    async sharesOwnContact(): Promise<void> {
      phone.shareContact({})
      await settle()
    },

    /** Everything the bot has said, as it stands now. */
    get texts(): string[] {
      return fromBot().map(({ text, caption }) => text ?? caption ?? '')
    },
    get last(): string {
      return self.texts.at(-1) ?? ''
    },
    get buttons(): string[] {
      return fromBot().flatMap(labelsOf)
    },
    sees(text: string): void {
      expect(self.texts.join('\n———\n')).toContain(text)
    },
    doesNotSee(text: string): void {
      expect(self.texts.join('\n———\n')).not.toContain(text)
    },
  }
  return self
}

const labelsOf = (message: ShownMessage): string[] =>
  (message.keyboard?.inline_keyboard ?? []).flat().map(({ text }) => text)
