import type { Chat, User } from 'grammy/types'
import type { ApiContext } from './bot-api/method.ts'
import { describeChat } from './bot-api/sending.ts'
import { changeBot, receive } from './incoming.ts'
import { PhoneError } from './phone-error.ts'
import { pressButton } from './pressing.ts'
import { typed } from './typed.ts'
import type { ButtonAnswer } from './verbs.ts'
import { isInside, type KeptChat, type KeptMessage, type MemberStatus } from './world-things.ts'

export interface NewGroup {
  kind?: 'group' | 'supergroup' | 'channel'
  title: string
  username?: string
  isForum?: boolean
}

/** A group, supergroup or channel, as far as a bot takes part in it. People act in it by their user id. */
export interface Group {
  readonly id: number
  messages(): KeptMessage[]
  /** Puts somebody in, or changes what they are there. */
  add(userId: number, status?: MemberStatus): void
  remove(userId: number): void
  /** `administrator` lets the bot read everything; a channel takes it only so. */
  addBot(by: number, status?: 'member' | 'administrator'): void
  kickBot(by: number): void
  /** What the bot gets depends on its privacy mode: commands and replies to it, everything when administrator. */
  type(userId: number, text: string, replyTo?: number): number
  /** The same in a topic of a forum, by the id that `createForumTopic` gave it. */
  typeInTopic(userId: number, topic: number, text: string): number
  /** An administrator writing in the name of the group; in a channel the usual way. */
  typeAnonymously(text: string): number
  press(
    userId: number,
    place: { messageId: number; row: number; column: number },
  ): Promise<ButtonAnswer | null>
  /** The group becomes a supergroup with another id. */
  migrate(): Group
}

export function openGroup(
  context: ApiContext,
  { kind = 'group', title, username, isForum }: NewGroup,
): Group {
  const { world } = context
  const number = world.next('group', 4_000_000_001)
  const id = kind === 'group' ? -number : -1_000_000_000_000 - number
  const chat: KeptChat = { id, kind, title, bot: 'left', members: [], replyKeyboard: null, pinned: [] }
  world.chats.set(id, { ...chat, ...(username && { username }), ...(isForum && { isForum }) })
  return group(context, id)
}

export function group(context: ApiContext, id: number): Group {
  const { world } = context
  const chat = () => found(world.chats.get(id), `There is no group ${id}.`)
  const user = (userId: number): User => found(world.people.get(userId), `There is no phone ${userId}.`).user
  return {
    id,
    messages: () => world.messages.of(id),
    ...membership(context, chat, user),
    typeInTopic(userId, topic, text) {
      found(
        chat().topics?.find(({ id: known }) => known === topic),
        `There is no topic ${topic}.`,
      )
      const content = { ...typed(text), message_thread_id: topic, is_topic_message: true }
      return receive(context, chat(), { from: user(userId) }, content, {
        isForBot: isForBot(context, chat(), text),
      }).message_id
    },
    type(userId, text, replyTo) {
      const status = chat().members.find((member) => member.userId === userId)?.status ?? 'left'
      if (!isInside(status)) throw new PhoneError('Only members write here.')
      const options = { replyTo, isForBot: isForBot(context, chat(), text, replyTo) }
      return receive(context, chat(), { from: user(userId) }, typed(text), options).message_id
    },
    typeAnonymously(text) {
      const sender_chat = describeChat(world, chat())
      const from = chat().kind === 'channel' ? {} : { from: anonymousAdministrator }
      const isForBotToo = { isForBot: isForBot(context, chat(), text) }
      return receive(context, chat(), { ...from, sender_chat }, typed(text), isForBotToo).message_id
    },
    async press(userId, place) {
      const query = pressButton(context, chat(), user(userId), place)
      return query === null ? null : await context.presses.wait(query)
    },
    migrate: () => migrate(context, chat()),
  }
}

function found<Value>(value: Value | undefined, complaint: string): Value {
  if (value === undefined) throw new PhoneError(complaint)
  return value
}

const anonymousAdministrator: User = {
  id: 1087968824,
  is_bot: true,
  first_name: 'Group',
  username: 'GroupAnonymousBot',
}

function membership(context: ApiContext, chat: () => KeptChat, user: (userId: number) => User) {
  const { world } = context
  const tell = (by: User, content: object) => {
    if (chat().kind !== 'channel')
      receive(context, chat(), { from: by }, content, { isForBot: isInside(chat().bot) })
  }
  const setStatus = (userId: number, status: MemberStatus) => {
    const others = chat().members.filter((member) => member.userId !== userId)
    world.chats.change(chat().id, { members: [...others, { userId, status }] })
  }
  return {
    add(userId: number, status: MemberStatus = 'member') {
      setStatus(userId, status)
      tell(user(userId), { new_chat_members: [user(userId)] })
    },
    remove(userId: number) {
      setStatus(userId, 'left')
      tell(user(userId), { left_chat_member: user(userId) })
    },
    addBot(by: number, status: 'member' | 'administrator' = 'member') {
      changeBot(context, chat(), user(by), chat().kind === 'channel' ? 'administrator' : status)
      tell(user(by), { new_chat_members: [world.bot] })
    },
    kickBot(by: number) {
      changeBot(context, chat(), user(by), 'kicked')
    },
  }
}

function isForBot({ world }: ApiContext, chat: KeptChat, text: string, replyTo?: number): boolean {
  if (!isInside(chat.bot)) return false
  if (chat.bot === 'administrator') return true
  const mention = /^\/[a-z0-9_]+@(\w+)/i.exec(text)?.[1]
  if (mention) return mention.toLowerCase() === world.bot.username?.toLowerCase()
  return text.startsWith('/') || world.messages.get(chat.id, replyTo ?? 0)?.message.from?.id === world.bot.id
}

function migrate(context: ApiContext, former: KeptChat): Group {
  const { world } = context
  const id = -1_000_000_000_000 - world.next('group', 4_000_000_001)
  const sender = { from: anonymousAdministrator, sender_chat: describeChat(world, former) }
  world.chats.set(id, { ...former, id, kind: 'supergroup', pinned: [] })
  receive(context, former, sender, { migrate_to_chat_id: id })
  world.chats.change(former.id, { migratedTo: id })
  const supergroup = group(context, id)
  const chat: Chat | undefined = world.chats.get(id) && describeChat(world, found(world.chats.get(id), ''))
  receive(
    context,
    found(world.chats.get(id), ''),
    { ...sender, ...(chat && { sender_chat: chat }) },
    {
      migrate_from_chat_id: former.id,
    },
  )
  return supergroup
}
