import type { World } from '../world.ts'
import type { KeptChat, KeptMessage } from '../world-things.ts'
import { badRequest, forbidden } from './api-error.ts'
import type { Input } from './input.ts'

/** The chat a call names, if the bot knows it. */
export function findChat(world: World, input: Input, name = 'chat_id'): KeptChat {
  const written = input.text(name).trim()
  if (written === '') throw badRequest(name === 'chat_id' ? 'chat_id is empty' : 'chat identifier is empty')
  const chat = written.startsWith('@')
    ? world.chats.values().find(({ username }) => username?.toLowerCase() === written.slice(1).toLowerCase())
    : world.chats.get(Number(written))
  if (!chat) throw badRequest('chat not found')
  return chat
}

/** The chat a call names, if the bot may write there. */
export function writableChat(world: World, input: Input): KeptChat {
  const chat = findChat(world, input)
  if (chat.kind === 'private') refusePrivate(world, chat)
  else refuseShared(chat)
  if (chat.kind === 'channel' && chat.bot !== 'administrator')
    throw badRequest('need administrator rights in the channel chat')
  return chat
}

function refusePrivate(world: World, chat: KeptChat) {
  if (world.people.get(chat.id)?.isDeleted) throw forbidden('user is deactivated')
  if (chat.bot === 'left') throw forbidden("bot can't initiate conversation with a user")
  if (chat.bot === 'kicked') throw forbidden('bot was blocked by the user')
}

/** Refuses a group or channel that the bot is not in (any more), or that has become a supergroup. */
export function refuseShared(chat: KeptChat) {
  const kind = chat.kind === 'group' ? 'group chat' : `${chat.kind} chat`
  if (chat.migratedTo !== undefined)
    throw badRequest('group chat was upgraded to a supergroup chat', { migrate_to_chat_id: chat.migratedTo })
  if (chat.bot === 'kicked') throw forbidden(`bot was kicked from the ${kind}`)
  if (chat.bot === 'left') throw forbidden(`bot is not a member of the ${kind}`)
}

/** The message a call names, `what` in Telegram's words: "message to edit". */
export function findMessage(world: World, input: Input, chat: KeptChat, what: string): KeptMessage {
  const messageId = input.integer('message_id') ?? 0
  if (messageId <= 0) throw badRequest('message identifier is not specified')
  const kept = world.messages.get(chat.id, messageId)
  if (!kept) throw badRequest(`${what} not found`)
  return kept
}

/** 1-100 message ids, strictly increasing where Telegram wants them so. */
export function readMessageIds(input: Input, { increasing }: { increasing: boolean }): number[] {
  const list = input.json('message_ids', 'message identifiers')
  if (list === undefined) throw badRequest('message identifiers are not specified')
  if (!Array.isArray(list)) throw badRequest('expected an Array of message identifiers')
  if (list.length === 0) throw badRequest('message identifiers are not specified')
  if (list.length > 100) throw badRequest('too many message identifiers specified')
  const ids = list.map(Number)
  if (!ids.every((id) => Number.isInteger(id) && id > 0))
    throw badRequest('invalid message identifier specified')
  if (increasing && ids.some((id, index) => index > 0 && id <= (ids[index - 1] ?? 0)))
    throw badRequest('message identifiers must be in a strictly increasing order')
  return ids
}
