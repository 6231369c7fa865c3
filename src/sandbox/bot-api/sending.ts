import type { Chat, Message } from 'grammy/types'
import { without } from '../fields.ts'
import type { World } from '../world.ts'
import type { KeptChat } from '../world-things.ts'
import { badRequest } from './api-error.ts'
import { isRecord, type Input } from './input.ts'
import { readMarkup, type Markup } from './keyboards.ts'
import { writableChat } from './targets.ts'

/** What a message holds besides who sent it where and when. */
export type Content = Partial<Message>

/** Puts a message of the bot into the chat that the call names, with its reply, its keyboard and its options. */
export function send(world: World, input: Input, readContent: (chat: KeptChat) => Content): Message {
  const chat = writableChat(world, input)
  refuseClosedThread(input, chat)
  const content = readContent(chat)
  const markup = readMarkup(input, chat)
  const reply = readReply(world, input, chat)
  return addBotMessage(world, input, chat, { ...content, ...reply }, markup)
}

/** A message into a topic that is not there is refused; in a chat without topics the thread is ignored. */
export function refuseClosedThread(input: Input, chat: KeptChat) {
  const thread = input.integer('message_thread_id')
  if (!chat.isForum || thread === undefined) return
  const topic = chat.topics?.find(({ id }) => id === thread)
  if (!topic) throw badRequest('message thread not found')
  if (topic.isClosed && chat.bot !== 'administrator') throw badRequest('TOPIC_CLOSED')
}

export function addBotMessage(
  world: World,
  input: Input,
  chat: KeptChat,
  content: Content,
  markup: Markup = { kind: 'none' },
): Message {
  const message = {
    message_id: nextMessageId(world, chat),
    ...(chat.kind === 'channel' ? { sender_chat: describeChat(world, chat) } : { from: world.bot }),
    chat: describeChat(world, chat),
    date: world.now(),
    ...content,
    ...(input.flag('protect_content') && { has_protected_content: true }),
    ...(input.has('message_thread_id') && chat.isForum
      ? { message_thread_id: input.integer('message_thread_id'), is_topic_message: true }
      : {}),
    ...(markup.kind === 'inline' && { reply_markup: markup.keyboard }),
  } as Message
  const isLocked = markup.kind === 'reply' || markup.kind === 'remove' || markup.kind === 'force-reply'
  world.messages.put({ message, isSilent: input.flag('disable_notification'), isLocked })
  showKeyboard(world, chat, message.message_id, markup)
  world.actions.delete(chat.id)
  return message
}

/** Private chats and plain groups share one series of message ids, as in a bot's own account. */
export const nextMessageId = (world: World, { id, kind }: Pick<KeptChat, 'id' | 'kind'>): number =>
  world.next(kind === 'private' || kind === 'group' ? 'message' : `message/${id}`)

/** The chat as it appears inside messages. */
export function describeChat(world: World, chat: KeptChat): Chat {
  if (chat.kind !== 'private') {
    const { id, kind, title = '', username, isForum } = chat
    return {
      id,
      type: kind,
      title,
      ...(username && { username }),
      ...(isForum && { is_forum: true }),
    } as Chat
  }
  const { first_name = '', last_name, username } = world.people.get(chat.id)?.user ?? {}
  return {
    id: chat.id,
    type: 'private',
    first_name,
    ...(last_name && { last_name }),
    ...(username && { username }),
  }
}

function showKeyboard(world: World, chat: KeptChat, messageId: number, markup: Markup) {
  if (markup.kind === 'reply')
    world.chats.change(chat.id, { replyKeyboard: { messageId, markup: markup.keyboard } })
  else if (markup.kind === 'remove') world.chats.change(chat.id, { replyKeyboard: null })
}

export function readReply(world: World, input: Input, chat: KeptChat): Content {
  const reply = input.json('reply_parameters', 'reply parameters')
  if (reply === undefined) return {}
  if (!isRecord(reply)) throw badRequest('object expected as reply parameters')
  const original = world.messages.get(chat.id, Number(reply['message_id']))
  if (!original && reply['allow_sending_without_reply'] !== true)
    throw badRequest('message to be replied not found')
  return original ? { reply_to_message: withoutReply(original.message) } : {}
}

/** The message inside another one: the chain of replies ends there. */
export function withoutReply(message: Message): NonNullable<Message['reply_to_message']> {
  return without(message, 'reply_to_message') as NonNullable<Message['reply_to_message']>
}
