import type { KeptChat } from '../world-things.ts'
import { badRequest } from './api-error.ts'
import { isRecord } from './input.ts'
import type { Methods } from './method.ts'
import { addBotMessage, withoutReply } from './sending.ts'
import { findMessage, writableChat } from './targets.ts'

/** Pinned messages and reactions. */
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
  setMessageReaction({ world }, input) {
    const chat = writableChat(world, input)
    findMessage(world, input, chat, 'message to react')
    const reaction = input.json('reaction', 'reaction types') ?? []
    if (!Array.isArray(reaction)) throw badRequest('expected an Array of ReactionType')
    if (reaction.length > 1) throw badRequest('REACTIONS_TOO_MANY')
    if (!reaction.every((type) => isRecord(type) && (type['emoji'] ?? type['custom_emoji_id'])))
      throw badRequest("can't parse ReactionType: invalid reaction type specified")
    return true
  },
}

function refuseWithoutRights(chat: KeptChat) {
  if (chat.kind !== 'private' && chat.bot !== 'administrator')
    throw badRequest('not enough rights to manage pinned messages in the chat')
}
