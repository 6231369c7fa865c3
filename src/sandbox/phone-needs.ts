import type { ApiContext } from './bot-api/method.ts'
import type { Content } from './bot-api/sending.ts'
import { receive } from './incoming.ts'
import { PhoneError } from './phone-error.ts'
import type { KeptChat, KeptPerson } from './world-things.ts'

/** What the verbs of a phone share: its owner, their chat with the bot, and putting something into it. */
export interface PhoneNeeds extends ApiContext {
  person(): KeptPerson
  chat(): KeptChat
  /** The chat, if something can be written into it. */
  openChat(): KeptChat
  say(content: Content, replyTo?: number): void
}

export function phoneNeeds(context: ApiContext, userId: number): PhoneNeeds {
  const { world } = context
  const found = <Value>(value: Value | undefined): Value => {
    if (value === undefined) throw new PhoneError(`There is no phone ${userId}.`)
    return value
  }
  const needs: PhoneNeeds = {
    ...context,
    person: () => found(world.people.get(userId)),
    chat: () => found(world.chats.get(userId)),
    openChat() {
      const chat = needs.chat()
      if (needs.person().isDeleted) throw new PhoneError('This account has been deleted.', 'deleted')
      if (chat.bot === 'left') throw new PhoneError('Tap Start first.', 'notStarted')
      if (chat.bot === 'kicked') throw new PhoneError('The bot is blocked; unblock it first.', 'blocked')
      return chat
    },
    say(content, replyTo) {
      receive(context, needs.openChat(), { from: needs.person().user }, content, { replyTo })
    },
  }
  return needs
}

/** A one-time keyboard goes when one of its buttons has been used. */
export function hideOneTimeKeyboard(needs: PhoneNeeds, label: string | null) {
  const { id, replyKeyboard } = needs.chat()
  if (!replyKeyboard?.markup.one_time_keyboard) return
  const labels = replyKeyboard.markup.keyboard
    .flat()
    .map((button) => (typeof button === 'string' ? button : button.text))
  if (label === null || labels.includes(label)) needs.world.chats.change(id, { replyKeyboard: null })
}
