import type { ChatMember, Message, User } from 'grammy/types'
import { describeChat, nextMessageId, withoutReply, type Content } from './bot-api/sending.ts'
import type { UpdateQueue } from './bot-api/update-queue.ts'
import type { World } from './world.ts'
import type { KeptChat, MemberStatus } from './world-things.ts'

/** A message that a person, or a chat in its own name, puts into a chat; the bot gets it as an update if it may. */
export function receive(
  { world, queue }: { world: World; queue: UpdateQueue },
  chat: KeptChat,
  sender: Content,
  content: Content,
  { replyTo, isForBot = true }: { replyTo?: number | undefined; isForBot?: boolean } = {},
): Message {
  const original = replyTo === undefined ? undefined : world.messages.get(chat.id, replyTo)
  const message = {
    message_id: nextMessageId(world, chat),
    ...sender,
    chat: describeChat(world, chat),
    date: world.now(),
    ...(original && { reply_to_message: withoutReply(original.message) }),
    ...content,
  }
  world.messages.put({ message, isSilent: false, isLocked: false })
  const kind = chat.kind === 'channel' ? 'channel_post' : 'message'
  if (isForBot) queue.push(kind, message as Message & { chat: never; from: never }, `chat ${chat.id}`)
  return message
}

/** Changes what the bot is in a chat and tells it, as `my_chat_member`. */
export function changeBot(
  { world, queue }: { world: World; queue: UpdateQueue },
  chat: KeptChat,
  by: User,
  status: MemberStatus,
): void {
  if (chat.bot === status) return
  const update = {
    chat: describeChat(world, chat),
    from: by,
    date: world.now(),
    old_chat_member: describeMember(world.bot, chat.bot),
    new_chat_member: describeMember(world.bot, status),
  }
  world.chats.change(chat.id, { bot: status })
  queue.push('my_chat_member', update, `chat ${chat.id}`)
}

const administratorRights = {
  can_be_edited: false,
  is_anonymous: false,
  can_manage_chat: true,
  can_delete_messages: true,
  can_manage_video_chats: true,
  can_restrict_members: true,
  can_promote_members: false,
  can_change_info: true,
  can_invite_users: true,
  can_post_stories: false,
  can_edit_stories: false,
  can_delete_stories: false,
  can_send_welcome_messages: false,
  can_pin_messages: true,
  can_post_messages: true,
  can_edit_messages: true,
}

/** Somebody's membership as the Bot API describes it. */
export function describeMember(user: User, status: MemberStatus): ChatMember {
  const member = { status, user }
  if (status === 'administrator') return { ...member, ...administratorRights } as unknown as ChatMember
  if (status === 'creator') return { ...member, is_anonymous: false } as ChatMember
  return (status === 'kicked' ? { ...member, until_date: 0 } : member) as ChatMember
}
