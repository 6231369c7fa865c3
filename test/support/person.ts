import { expect } from 'vitest'
import type { Telegram } from '../../src/sandbox/telegram.ts'
import type { ShownMessage } from '../../src/sandbox/verbs.ts'
import { asRead } from './as-read.ts'

type Phone = ReturnType<Telegram['phone']>

export interface PersonNeeds {
  phone: Phone
  name: string
  settle(): Promise<void>
  forge: Telegram['forgePress']
}

/** A button with what it carries. */
export interface HeldButton {
  messageId: number
  data: string
}

export type Person = ReturnType<typeof person>

/** Somebody using Telegram: they write, tap buttons by their words, and look at what stands on the screen. */
export function person({ phone, name, settle, forge }: PersonNeeds) {
  const messages = () => phone.state().messages
  /** What it says; Telegram's own notes, such as that something is pinned, have no words. */
  const fromBot = () => messages().filter(({ from, service }) => from === 'bot' && service === undefined)

  /** The newest message that has this button now. */
  function find(label: string): { message: ShownMessage; row: number; column: number } {
    for (const message of fromBot().toReversed())
      for (const [row, keys] of (message.keyboard?.inline_keyboard ?? []).entries())
        for (const [column, key] of keys.entries())
          if (asRead(key.text).includes(label)) return { message, row, column }
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

  const effort = { taps: 0, typed: 0 }
  const notes: string[] = []

  const self = {
    id: phone.userId,
    name,
    phone,
    screen,
    find,
    /** How often they have tapped and typed so far; links and commands count as taps. */
    effort,
    /** The notes that came up over the chat. */
    notes,

    async starts(payload?: string): Promise<void> {
      effort.taps += 1
      phone.start(payload === undefined ? {} : { payload })
      await settle()
    },
    async writes(text: string): Promise<void> {
      if (text.startsWith('/')) effort.taps += 1
      else effort.typed += 1
      phone.type({ text })
      await settle()
    },
    /** Taps a button by its words; resolves with the note that came up, if any. */
    async taps(label: string): Promise<string | undefined> {
      return self.presses(self.holds(label))
    },
    async sharesOwnContact(): Promise<void> {
      effort.taps += 1
      phone.shareContact({})
      await settle()
    },
    /** Does anything else with the phone. */
    async does(act: (verbs: Phone) => unknown): Promise<void> {
      await act(phone)
      await settle()
    },

    /** The newest message with these words in it. */
    shown(words: string): ShownMessage {
      const message = messages().findLast(({ text, caption }) =>
        asRead(text ?? caption ?? '').includes(words),
      )
      if (!message) throw new Error(`${name} has no message “${words}”. On the screen:\n${screen()}`)
      return message
    },
    /** A button as it is now, to be pressed later, whatever has become of it by then. */
    holds(label: string): HeldButton {
      const { message, row, column } = find(label)
      const key = message.keyboard?.inline_keyboard[row]?.[column]
      return {
        messageId: message.id,
        data: key && 'callback_data' in key ? (key.callback_data ?? '') : '',
      }
    },
    /** Presses a button that may have changed or gone since, or that somebody else was shown. */
    async presses({ messageId, data }: HeldButton): Promise<string | undefined> {
      effort.taps += 1
      const answer = await forge({ userId: phone.userId, messageId, data })
      await settle()
      const note = answer?.text === undefined ? undefined : asRead(answer.text)
      if (note) notes.push(note)
      return note
    },

    /** Everything the bot has said, as it stands now. */
    get texts(): string[] {
      return fromBot().map(({ text, caption }) => asRead(text ?? caption ?? ''))
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
  (message.keyboard?.inline_keyboard ?? []).flat().map(({ text }) => asRead(text))
