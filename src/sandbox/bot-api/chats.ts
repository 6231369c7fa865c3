import { changeBot, describeMember } from '../incoming.ts'
import type { World } from '../world.ts'
import { isInside, type KeptChat } from '../world-things.ts'
import { badRequest } from './api-error.ts'
import type { Input } from './input.ts'
import type { Methods } from './method.ts'
import { describeChat } from './sending.ts'
import { findChat, refuseShared } from './targets.ts'

/** Who is in a chat, and leaving it. */
export const chatMethods: Methods = {
  getChat({ world }, input) {
    const chat = readableChat(world, input)
    const pinned = world.messages.get(chat.id, chat.pinned.at(-1) ?? 0)?.message
    return {
      ...describeChat(world, chat),
      accent_color_id: 0,
      max_reaction_count: 11,
      accepted_gift_types: {
        unlimited_gifts: false,
        limited_gifts: false,
        unique_gifts: false,
        premium_subscription: false,
        gifts_from_channels: false,
      },
      ...(pinned && { pinned_message: pinned }),
    }
  },
  getChatMember({ world }, input) {
    const chat = readableChat(world, input)
    const userId = input.integer('user_id')
    if (userId === undefined) throw badRequest('invalid user_id specified')
    if (userId === world.bot.id)
      return describeMember(world.bot, chat.kind === 'private' ? 'member' : chat.bot)
    const user = world.people.get(userId)?.user
    if (!user) throw badRequest('user not found')
    if (chat.kind === 'private') return describeMember(user, 'member')
    return describeMember(user, chat.members.find((member) => member.userId === userId)?.status ?? 'left')
  },
  getChatMemberCount({ world }, input) {
    const chat = readableChat(world, input)
    if (chat.kind === 'private') return 2
    return chat.members.filter(({ status }) => isInside(status)).length + (isInside(chat.bot) ? 1 : 0)
  },
  getChatAdministrators({ world }, input) {
    const chat = readableChat(world, input)
    if (chat.kind === 'private') throw badRequest('there are no administrators in the private chat')
    const own = chat.bot === 'administrator' ? [describeMember(world.bot, chat.bot)] : []
    const people = chat.members.flatMap(({ userId, status }) => {
      const user = world.people.get(userId)?.user
      return user && (status === 'administrator' || status === 'creator')
        ? [describeMember(user, status)]
        : []
    })
    return input.flag('return_bots') ? [...people, ...own] : people
  },
  leaveChat(context, input) {
    const chat = findChat(context.world, input)
    if (chat.kind === 'private') throw badRequest("chat member status can't be changed in private chats")
    refuseShared(chat)
    changeBot(context, chat, context.world.bot, 'left')
    return true
  },
}

function readableChat(world: World, input: Input): KeptChat {
  const chat = findChat(world, input)
  if (chat.kind === 'private' && chat.bot === 'left') throw badRequest('chat not found')
  if (chat.kind !== 'private') refuseShared(chat)
  return chat
}
