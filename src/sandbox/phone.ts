import type { MessageEntity, User } from 'grammy/types'
import type { ApiContext } from './bot-api/method.ts'
import { cleanText } from './bot-api/formatted-text.ts'
import { describeChat, type Content } from './bot-api/sending.ts'
import { without } from './fields.ts'
import { changeBot, receive } from './incoming.ts'
import { PhoneError } from './phone-error.ts'
import { fileVerbs } from './phone-files.ts'
import { phoneState } from './phone-state.ts'
import { settingVerbs } from './phone-settings.ts'
import type { PhoneState, PhoneVerbs } from './verbs.ts'
import type { KeptChat, KeptPerson } from './world-things.ts'

/** A person's phone: what they can do with the bot, and what they see. */
export interface Phone extends PhoneVerbs {
  readonly userId: number
  state(): PhoneState
}

/** What the verbs of a phone share: its owner, their chat with the bot, and putting something into it. */
export interface PhoneNeeds extends ApiContext {
  person(): KeptPerson
  chat(): KeptChat
  /** The chat, if something can be written into it. */
  openChat(): KeptChat
  say(content: Content, replyTo?: number): void
}

export function phone(context: ApiContext, userId: number): Phone {
  const needs = phoneNeeds(context, userId)
  return {
    userId,
    state: () => phoneState(context.world, userId),
    ...chatVerbs(needs),
    ...fileVerbs(needs),
    ...settingVerbs(needs),
  }
}

function phoneNeeds(context: ApiContext, userId: number): PhoneNeeds {
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
      if (needs.person().isDeleted) throw new PhoneError('This account has been deleted.')
      if (chat.bot === 'left') throw new PhoneError('Tap Start first.')
      if (chat.bot === 'kicked') throw new PhoneError('The bot is blocked; unblock it first.')
      return chat
    },
    say(content, replyTo) {
      receive(context, needs.openChat(), { from: needs.person().user }, content, { replyTo })
    },
  }
  return needs
}

function chatVerbs(needs: PhoneNeeds) {
  const { world, queue, presses } = needs
  return {
    start({ payload }: { payload?: string }) {
      const { user, isDeleted } = needs.person()
      if (isDeleted) throw new PhoneError('This account has been deleted.')
      if (needs.chat().bot === 'kicked') changeBot(needs, needs.chat(), user, 'member')
      world.people.change(user.id, { hasStarted: true })
      world.chats.change(user.id, { bot: 'member' })
      // A payload that Telegram does not accept is dropped, and the link opens without it.
      const isGood = payload !== undefined && /^[A-Za-z0-9_-]{1,64}$/.test(payload)
      needs.say(typed(isGood ? `/start ${payload}` : '/start'))
    },
    type({ text, entities = [], replyTo }: { text: string; entities?: MessageEntity[]; replyTo?: number }) {
      const content = typed(text, entities)
      needs.say(content, replyTo)
      hideOneTimeKeyboard(needs, text)
    },
    edit({ messageId, text }: { messageId: number; text: string }) {
      const kept = world.messages.get(needs.openChat().id, messageId)
      if (kept?.message.from?.id !== needs.person().user.id || kept.message.text === undefined)
        throw new PhoneError('Only a text of your own can be changed.')
      const rest = without(kept.message, 'entities')
      const message = { ...rest, ...typed(text), edit_date: world.now() } as typeof kept.message
      world.messages.put({ ...kept, message })
      queue.push('edited_message', message as never, `chat ${message.chat.id}`)
    },
    async press({ messageId, row, column }: { messageId: number; row: number; column: number }) {
      const query = pressButton(needs, needs.openChat(), needs.person().user, { messageId, row, column })
      return { answer: query === null ? null : await presses.wait(query) }
    },
  }
}

/** A text as typed: cleaned, with commands, links and mentions marked. */
export function typed(text: string, entities: MessageEntity[] = []): Content {
  const clean = cleanText({ text, entities })
  if (clean.text === '') throw new PhoneError('There is nothing to send.')
  if (clean.text.length > 4096) throw new PhoneError('A message has at most 4096 characters.')
  return { text: clean.text, ...(clean.entities.length > 0 && { entities: clean.entities }) }
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

interface ButtonPlace {
  messageId: number
  row: number
  column: number
}

/** Presses a button of a message in some chat; the id of the query the bot gets, `null` when it gets none. */
export function pressButton(
  context: ApiContext,
  chat: KeptChat,
  user: User,
  place: ButtonPlace,
): string | null {
  const { world, queue } = context
  const message = world.messages.get(chat.id, place.messageId)?.message
  const button = message?.reply_markup?.inline_keyboard[place.row]?.[place.column]
  if (!message || !button) throw new PhoneError('There is no such button.')
  if (!('callback_data' in button)) return null
  const id = String(world.next('query', 7_000_000_001))
  const data = button.callback_data ?? ''
  world.queries.set(id, { id, personId: user.id, chatId: chat.id, messageId: place.messageId, data })
  world.events.phoneChanged(user.id)
  const chat_instance = String(Math.abs(chat.id) * 31)
  const current = { ...message, chat: describeChat(world, chat) }
  queue.push('callback_query', { id, from: user, message: current, chat_instance, data }, `person ${user.id}`)
  return id
}
