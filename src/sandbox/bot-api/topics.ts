import type { World } from '../world.ts'
import type { KeptChat, KeptTopic } from '../world-things.ts'
import { badRequest } from './api-error.ts'
import type { Input } from './input.ts'
import type { Methods } from './method.ts'
import { addBotMessage, type Content } from './sending.ts'
import { writableChat } from './targets.ts'

const colors = [7322096, 16766590, 13338331, 9367192, 16749490, 16478047]

/** Topics of a group that is a forum; only an administrator manages them. */
export const topicMethods: Methods = {
  createForumTopic({ world }, input) {
    const chat = managedForum(world, input)
    const name = readName(input)
    const icon_color = input.integer('icon_color') ?? colors[0]
    if (!colors.includes(icon_color ?? 0)) throw badRequest('invalid icon color specified')
    const { message_id } = addBotMessage(world, input, chat, {
      forum_topic_created: { name, icon_color },
    } as Content)
    const topics = [...(chat.topics ?? []), { id: message_id, name, isClosed: false }]
    world.chats.change(chat.id, { topics })
    return { message_thread_id: message_id, name, icon_color }
  },
  editForumTopic({ world }, input) {
    const { chat, topic } = readTopic(world, input)
    const name = input.has('name') ? readName(input) : topic.name
    if (name === topic.name) throw badRequest('TOPIC_NOT_MODIFIED')
    changeTopic(world, chat, { ...topic, name })
    addBotMessage(world, input, chat, { forum_topic_edited: { name } })
    return true
  },
  closeForumTopic: ({ world }, input) => close(world, input, true),
  reopenForumTopic: ({ world }, input) => close(world, input, false),
  deleteForumTopic({ world }, input) {
    const { chat, topic } = readTopic(world, input)
    world.chats.change(chat.id, { topics: (chat.topics ?? []).filter(({ id }) => id !== topic.id) })
    for (const { message } of world.messages.of(chat.id))
      if (message.message_id === topic.id || message.message_thread_id === topic.id)
        world.messages.delete(chat.id, message.message_id)
    return true
  },
}

function close(world: World, input: Input, isClosed: boolean): true {
  const { chat, topic } = readTopic(world, input)
  if (topic.isClosed === isClosed) throw badRequest('TOPIC_NOT_MODIFIED')
  changeTopic(world, chat, { ...topic, isClosed })
  addBotMessage(world, input, chat, isClosed ? { forum_topic_closed: {} } : { forum_topic_reopened: {} })
  return true
}

function managedForum(world: World, input: Input): KeptChat {
  const chat = writableChat(world, input)
  if (!chat.isForum) throw badRequest('the chat is not a forum')
  if (chat.bot !== 'administrator') throw badRequest('not enough rights to create a topic')
  return chat
}

function readTopic(world: World, input: Input): { chat: KeptChat; topic: KeptTopic } {
  const chat = managedForum(world, input)
  const id = input.integer('message_thread_id')
  const topic = chat.topics?.find((each) => each.id === id)
  if (!topic) throw badRequest('message thread not found')
  return { chat, topic }
}

function readName(input: Input): string {
  const name = input.text('name').trim()
  if (name === '') throw badRequest('title must be non-empty')
  if (name.length > 128) throw badRequest('title is too long')
  return name
}

function changeTopic(world: World, chat: KeptChat, topic: KeptTopic) {
  const topics = (chat.topics ?? []).map((each) => (each.id === topic.id ? topic : each))
  world.chats.change(chat.id, { topics })
}
