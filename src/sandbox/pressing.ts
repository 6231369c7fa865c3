import type { CallbackQuery, User } from 'grammy/types'
import type { ApiContext } from './bot-api/method.ts'
import { describeChat } from './bot-api/sending.ts'
import { PhoneError } from './phone-error.ts'
import type { ButtonAnswer } from './verbs.ts'
import type { KeptChat } from './world-things.ts'

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
  const message = context.world.messages.get(chat.id, place.messageId)?.message
  const button = message?.reply_markup?.inline_keyboard[place.row]?.[place.column]
  if (!button) throw new PhoneError('There is no such button.', 'noButton')
  if (!('callback_data' in button)) return null
  return pushQuery(context, chat, user, { messageId: place.messageId, data: button.callback_data ?? '' })
}

/** A press without a button, in the private chat; resolves when the bot answers it. */
export async function forgePress(
  context: ApiContext,
  { userId, ...press }: { userId: number; messageId: number; data: string },
): Promise<ButtonAnswer | null> {
  const chat = context.world.chats.get(userId)
  const person = context.world.people.get(userId)
  if (!chat || !person) throw new PhoneError(`There is no phone ${userId}.`)
  return context.presses.wait(pushQuery(context, chat, person.user, press))
}

/**
 * Tells the bot of a press, whether there is such a button or not: a message that has changed or gone since, or data
 * that somebody made up, look like this.
 */
function pushQuery(
  { world, queue }: ApiContext,
  chat: KeptChat,
  user: User,
  { messageId, data }: { messageId: number; data: string },
): string {
  const id = String(world.next('query', 7_000_000_001))
  world.queries.set(id, { id, personId: user.id, chatId: chat.id, messageId, data })
  world.events.phoneChanged(user.id)
  const kept = world.messages.get(chat.id, messageId)?.message
  const described = describeChat(world, chat)
  const message = kept ? { ...kept, chat: described } : { chat: described, message_id: messageId, date: 0 }
  const chat_instance = String(Math.abs(chat.id) * 31)
  const query = { id, from: user, message, chat_instance, data } as CallbackQuery
  queue.push('callback_query', query, `person ${user.id}`)
  return id
}
