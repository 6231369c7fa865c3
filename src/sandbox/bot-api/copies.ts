import { newAlbumId } from './album-id.ts'
import type { Message } from 'grammy/types'
import { without, withoutGaps } from '../fields.ts'
import type { World } from '../world.ts'
import type { KeptChat } from '../world-things.ts'
import { badRequest } from './api-error.ts'
import { readOwnCaption } from './files.ts'
import type { Input } from './input.ts'
import { readMarkup } from './keyboards.ts'
import type { Methods } from './method.ts'
import { addBotMessage, readReply, type Content } from './sending.ts'
import { findChat, findMessage, readMessageIds, writableChat } from './targets.ts'

/** Copying and forwarding messages from one chat into another. */
export const copyMethods: Methods = {
  copyMessage({ world }, input) {
    const chat = writableChat(world, input)
    const { message } = findMessage(world, input, findChat(world, input, 'from_chat_id'), 'message to copy')
    const content = copyOf(message)
    const caption = input.has('caption') && content.text === undefined ? readOwnCaption(input) : {}
    const reply = readReply(world, input, chat)
    const { message_id } = addBotMessage(
      world,
      input,
      chat,
      { ...content, ...caption, ...reply },
      readMarkup(input, chat),
    )
    return { message_id }
  },
  copyMessages({ world }, input) {
    const { chat, messages } = readSeveral(world, input, 'copy')
    const album = newAlbums(world)
    return messages.map((message) => {
      const content = copyOf(message)
      const bare = input.flag('remove_caption') ? without(content, 'caption', 'caption_entities') : content
      return { message_id: addBotMessage(world, input, chat, { ...bare, ...album(message) }).message_id }
    })
  },
  forwardMessage({ world }, input) {
    const chat = writableChat(world, input)
    const { message } = findMessage(
      world,
      input,
      findChat(world, input, 'from_chat_id'),
      'message to forward',
    )
    return addBotMessage(world, input, chat, forwardOf(message))
  },
  forwardMessages({ world }, input) {
    const { chat, messages } = readSeveral(world, input, 'forward')
    const album = newAlbums(world)
    return messages.map((message) => ({
      message_id: addBotMessage(world, input, chat, { ...forwardOf(message), ...album(message) }).message_id,
    }))
  },
}

/** What stood together in one album stands together in a new one. */
function newAlbums(world: World) {
  const albums = new Map<string, string>()
  return ({ media_group_id: former }: Message): Content => {
    if (former === undefined) return {}
    const media_group_id = albums.get(former) ?? newAlbumId(world)
    albums.set(former, media_group_id)
    return { media_group_id }
  }
}

function readSeveral(world: World, input: Input, what: string): { chat: KeptChat; messages: Message[] } {
  const chat = writableChat(world, input)
  const from = findChat(world, input, 'from_chat_id')
  const ids = readMessageIds(input, { increasing: true })
  const messages = ids.flatMap((id) => world.messages.get(from.id, id)?.message ?? [])
  if (messages.length === 0) throw badRequest(`message to ${what} not found`)
  return { chat, messages }
}

const copied = [
  'text',
  'entities',
  'link_preview_options',
  'caption',
  'caption_entities',
  'photo',
  'document',
  'video',
  'audio',
  'animation',
  'voice',
  'video_note',
  'sticker',
  'contact',
  'location',
  'venue',
] as const satisfies (keyof Message)[]

/** What a message holds, without who sent it when and where, and without its keyboard. */
function copyOf(message: Message): Content {
  if (message.has_protected_content) throw badRequest("message has protected content and can't be forwarded")
  const content = Object.fromEntries(copied.map((field) => [field, message[field]]))
  if (Object.values(content).every((value) => value === undefined))
    throw badRequest("message can't be copied")
  return withoutGaps(content)
}

/** A copy that says where it comes from. */
export function forwardOf(message: Message): Content {
  const { from: sender_user, sender_chat, date } = message
  const origin = sender_chat
    ? { type: 'chat' as const, sender_chat, date }
    : sender_user && { type: 'user' as const, sender_user, date }
  return withoutGaps({ ...copyOf(message), forward_origin: message.forward_origin ?? origin })
}
