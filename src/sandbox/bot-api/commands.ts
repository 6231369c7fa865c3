import type { BotCommand } from 'grammy/types'
import type { World } from '../world.ts'
import { isInside, type KeptChat } from '../world-things.ts'
import { badRequest } from './api-error.ts'
import { isRecord, type Input } from './input.ts'
import type { Methods } from './method.ts'

/** The commands of the bot, per scope and language. */
export const commandMethods: Methods = {
  setMyCommands({ world }, input) {
    const key = readKey(world, input)
    const commands = readCommands(input)
    if (commands.length === 0) world.commands.delete(key)
    else world.commands.set(key, commands)
    return true
  },
  deleteMyCommands({ world }, input) {
    world.commands.delete(readKey(world, input))
    return true
  },
  getMyCommands: ({ world }, input) => world.commands.get(readKey(world, input)) ?? [],
}

/** The commands somebody sees in a chat: the nearest scope that has any, each first in their language. */
export function resolveCommands(
  world: World,
  chat: KeptChat,
  language: string,
  userId = chat.id,
): BotCommand[] {
  for (const scope of scopesOf(chat, userId)) {
    const commands = world.commands.get(`${scope}/${language}`) ?? world.commands.get(`${scope}/`)
    if (commands) return commands
  }
  return []
}

function scopesOf(chat: KeptChat, userId: number): string[] {
  if (chat.kind === 'private') return [`chat:${chat.id}`, 'all_private_chats', 'default']
  const member = chat.members.find((membership) => membership.userId === userId)
  const isAdministrator = member?.status === 'administrator' || member?.status === 'creator'
  return [
    `chat_member:${chat.id}:${userId}`,
    ...(isAdministrator ? [`chat_administrators:${chat.id}`] : []),
    `chat:${chat.id}`,
    ...(isAdministrator ? ['all_chat_administrators'] : []),
    'all_group_chats',
    'default',
  ]
}

function readKey(world: World, input: Input): string {
  const language = readLanguage(input)
  const scope = input.json('scope', 'BotCommandScope')
  if (scope === undefined) return `default/${language}`
  if (!isRecord(scope)) throw badRequest("can't parse BotCommandScope: expected an Object")
  const type = String(scope['type'])
  const wide = ['default', 'all_private_chats', 'all_group_chats', 'all_chat_administrators']
  if (wide.includes(type)) return `${type}/${language}`
  if (!['chat', 'chat_administrators', 'chat_member'].includes(type))
    throw badRequest("can't parse BotCommandScope: unsupported type specified")
  const chat = world.chats.get(Number(scope['chat_id']))
  if (!chat || (chat.kind === 'private' && chat.bot === 'left')) throw badRequest('chat not found')
  refuseScope(chat, type)
  const member = type === 'chat_member' ? `:${Number(scope['user_id'])}` : ''
  return `${type}:${chat.id}${member}/${language}`
}

function refuseScope(chat: KeptChat, type: string) {
  if (chat.kind === 'private' && type !== 'chat')
    throw badRequest("can't use specified scope in private chats")
  if (chat.kind === 'channel') throw badRequest("can't change commands in channel chats")
  if (!isInside(chat.bot)) throw badRequest('chat not found')
}

/** A language of two letters, or none. */
export function readLanguage(input: Input): string {
  const language = input.text('language_code')
  if (!/^([a-z]{2})?$/.test(language)) throw badRequest('invalid language code specified')
  return language
}

function readCommands(input: Input): BotCommand[] {
  const list = input.json('commands', 'commands')
  if (list === undefined) throw badRequest("can't parse commands JSON object")
  if (!Array.isArray(list)) throw badRequest('expected an Array of BotCommand')
  if (list.length > 100) throw badRequest('BOT_COMMANDS_TOO_MUCH')
  return list.map(readCommand)
}

function readCommand(item: unknown): BotCommand {
  const { command: written, description } = isRecord(item) ? item : {}
  if (typeof written !== 'string' || typeof description !== 'string')
    throw badRequest("can't parse BotCommand: expected an Object with command and description")
  const command = written.trim().replace(/^\//, '').toLowerCase()
  if (command === '') throw badRequest('command must be non-empty')
  if (command.length > 32) throw badRequest('command length must not exceed 32')
  if (!/^[a-z0-9_]+$/.test(command)) throw badRequest('BOT_COMMAND_INVALID')
  if (description.trim() === '') throw badRequest('command description must be non-empty')
  if (description.length > 256) throw badRequest('command description length must not exceed 256')
  return { command, description: description.trim() }
}
