import { isDeepStrictEqual } from 'node:util'
import type { InlineKeyboardMarkup, Message } from 'grammy/types'
import { without } from '../fields.ts'
import type { World } from '../world.ts'
import type { KeptMessage } from '../world-things.ts'
import { badRequest } from './api-error.ts'
import { readCaption } from './formatted-text.ts'
import { readMediaItem } from './input-media.ts'
import type { Input } from './input.ts'
import { readInlineMarkup } from './keyboards.ts'
import { readText } from './messages.ts'
import type { Methods } from './method.ts'
import type { Content } from './sending.ts'
import { findMessage, writableChat } from './targets.ts'

/** Changing messages that the bot has sent. Leaving `reply_markup` out takes the keyboard away. */
export const editMethods: Methods = {
  editMessageText: ({ world }, input) =>
    edit(world, input, ({ message }) => {
      const content = readText(input)
      if (message.text === undefined) throw badRequest('there is no text in the message to edit')
      return replace(message, ['text', 'entities', 'link_preview_options'], content)
    }),
  editMessageCaption: ({ world }, input) =>
    edit(world, input, ({ message }) => {
      const entities = input.json('caption_entities', 'caption entities')
      const content = readCaption(input.text('caption'), input.text('parse_mode'), entities)
      if (!canHaveCaption(message)) throw badRequest('there is no caption in the message to edit')
      return replace(message, ['caption', 'caption_entities'], content)
    }),
  editMessageMedia: ({ world }, input) =>
    edit(world, input, ({ message }) => {
      const content = readMediaItem(world, input, input.json('media', 'input media'), 'edit')
      if (message.text === undefined && !canHaveCaption(message)) throw badRequest("message can't be edited")
      return replace(message, ['text', 'entities', 'caption', 'caption_entities', ...mediaFields], content)
    }),
  editMessageReplyMarkup: ({ world }, input) => edit(world, input, ({ message }) => message),
}

const mediaFields = ['photo', 'document', 'video', 'audio', 'animation', 'voice'] as const

const canHaveCaption = (message: Message) => mediaFields.some((field) => message[field] !== undefined)

function edit(world: World, input: Input, change: (kept: KeptMessage) => Message): Message | true {
  if (input.has('inline_message_id')) throw badRequest('message to edit not found')
  const chat = writableChat(world, input)
  const keyboard = readInlineMarkup(input, chat)
  const kept = findMessage(world, input, chat, 'message to edit')
  if (kept.message.from?.id !== world.bot.id && kept.message.sender_chat?.id !== chat.id)
    throw badRequest("message can't be edited")
  if (kept.isLocked) throw badRequest("message can't be edited")
  const changed = withKeyboard(change(kept), keyboard)
  if (isDeepStrictEqual(changed, kept.message)) throw badRequest(notModified)
  const isContentNew = !isDeepStrictEqual(withKeyboard(kept.message, keyboard), changed)
  const message = isContentNew ? { ...changed, edit_date: world.now() } : changed
  world.messages.put({ ...kept, message })
  return message
}

const notModified =
  'message is not modified: specified new message content and reply markup are exactly the same as a current ' +
  'content and reply markup of the message'

function withKeyboard(message: Message, keyboard: InlineKeyboardMarkup | undefined): Message {
  const rest = without(message, 'reply_markup')
  return keyboard ? { ...rest, reply_markup: keyboard } : rest
}

function replace(message: Message, fields: readonly (keyof Message)[], content: Content): Message {
  const kept = Object.entries(message).filter(([field]) => !fields.includes(field as keyof Message))
  return { ...Object.fromEntries(kept), ...content } as Message
}
