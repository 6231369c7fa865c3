import type { KeptChat } from '../world-things.ts'
import { badRequest } from './api-error.ts'
import type { Methods } from './method.ts'
import { addBotMessage, withoutReply } from './sending.ts'
import { findMessage, writableChat } from './targets.ts'

/** Pinned messages. */
export const pinMethods: Methods = {
  pinChatMessage({ world }, input) {
    const chat = writableChat(world, input)
    const { message } = findMessage(world, input, chat, 'message to pin')
    refuseWithoutRights(chat)
    if (chat.pinned.includes(message.message_id)) return true
    world.chats.change(chat.id, { pinned: [...chat.pinned, message.message_id] })
    const pinned_message = withoutReply(message) as NonNullable<typeof message.pinned_message>
    addBotMessage(world, input, chat, { pinned_message })
    return true
  },
  unpinChatMessage({ world }, input) {
    const chat = writableChat(world, input)
    refuseWithoutRights(chat)
    const messageId = input.integer('message_id') ?? chat.pinned.at(-1)
    if (messageId === undefined || !chat.pinned.includes(messageId))
      throw badRequest('message to unpin not found')
    world.chats.change(chat.id, { pinned: chat.pinned.filter((other) => other !== messageId) })
    return true
  },
  unpinAllChatMessages({ world }, input) {
    const chat = writableChat(world, input)
    refuseWithoutRights(chat)
    world.chats.change(chat.id, { pinned: [] })
    return true
  },
}

function refuseWithoutRights(chat: KeptChat) {
  if (chat.kind !== 'private' && chat.bot !== 'administrator')
    throw badRequest('not enough rights to manage pinned messages in the chat')
}
