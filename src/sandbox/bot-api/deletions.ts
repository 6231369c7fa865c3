import type { World } from '../world.ts'
import type { KeptChat, KeptMessage } from '../world-things.ts'
import { badRequest } from './api-error.ts'
import type { Methods } from './method.ts'
import { findMessage, readMessageIds, writableChat } from './targets.ts'

const deletableSeconds = 48 * 60 * 60

/** Taking messages away: the bot's own, in private chats also the person's, all for 48 hours. */
export const deletionMethods: Methods = {
  deleteMessage({ world }, input) {
    const chat = writableChat(world, input)
    const kept = findMessage(world, input, chat, 'message to delete')
    if (!mayDelete(world, chat, kept)) throw badRequest("message can't be deleted")
    remove(world, chat, kept.message.message_id)
    return true
  },
  deleteMessages({ world }, input) {
    const chat = writableChat(world, input)
    const found = readMessageIds(input, { increasing: false }).flatMap(
      (id) => world.messages.get(chat.id, id) ?? [],
    )
    for (const kept of found) if (mayDelete(world, chat, kept)) remove(world, chat, kept.message.message_id)
    return true
  },
}

function mayDelete(world: World, chat: KeptChat, { message }: KeptMessage): boolean {
  const isOwn = message.from?.id === world.bot.id
  const isAllowed = isOwn || chat.kind === 'private' || chat.bot === 'administrator'
  return isAllowed && world.now() - message.date < deletableSeconds
}

function remove(world: World, { id, pinned, replyKeyboard }: KeptChat, messageId: number) {
  world.messages.delete(id, messageId)
  if (pinned.includes(messageId))
    world.chats.change(id, { pinned: pinned.filter((other) => other !== messageId) })
  // A keyboard goes with the message that brought it.
  if (replyKeyboard?.messageId === messageId) world.chats.change(id, { replyKeyboard: null })
}
