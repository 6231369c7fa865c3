import type { InlineKeyboardMarkup, ReplyKeyboardMarkup, ReplyKeyboardRemove } from 'grammy/types'
import type { Alteration, Deliverable, DocumentMessage, Message } from '../message.ts'

/** How a new message is sent. */
export const textPayload = (message: Message) => ({
  ...editPayload(message),
  ...quoting(message),
  ...protection(message),
})

/** How an edit shows it; Telegram takes no protection there. */
export const editPayload = (message: Message) => ({
  text: message.text,
  parse_mode: 'HTML',
  link_preview_options: { is_disabled: true },
  ...shared(message),
})

const protection = ({ isProtected }: Pick<Message, 'isProtected'>) =>
  isProtected ? { protect_content: true } : {}

const quoting = ({ replyTo }: Pick<Message, 'replyTo'>) =>
  replyTo === undefined
    ? {}
    : { reply_parameters: { message_id: replyTo, allow_sending_without_reply: true } }

/** How a file is sent, but for the file. */
export const documentPayload = (document: DocumentMessage) => ({
  ...(document.caption === undefined ? {} : { caption: document.caption, parse_mode: 'HTML' }),
  ...shared(document),
  ...protection(document),
})

/** The call that brings something to a chat, files apart. */
export function callFor(what: Exclude<Deliverable, DocumentMessage>): { method: string; payload: object } {
  if ('text' in what) return { method: 'sendMessage', payload: textPayload(what) }
  const more = { ...shared(what), ...protection(what) }
  if ('items' in what) {
    const media = what.items.map(({ kind: type, fileId }) => ({ type, media: fileId }))
    return { method: 'sendMediaGroup', payload: { media, ...more } }
  }
  if ('phone' in what) {
    const { phone: phone_number, firstName: first_name, lastName } = what
    const name = lastName === undefined ? { first_name } : { first_name, last_name: lastName }
    return { method: 'sendContact', payload: { phone_number, ...name, ...more } }
  }
  if ('messageIds' in what) {
    const { fromChatId: from_chat_id, messageIds: message_ids } = what
    return { method: 'copyMessages', payload: { from_chat_id, message_ids, ...more } }
  }
  if ('fromChatId' in what) {
    const { fromChatId: from_chat_id, messageId: message_id } = what
    return { method: 'copyMessage', payload: { from_chat_id, message_id, ...more } }
  }
  const { latitude, longitude } = what
  if (!('title' in what)) return { method: 'sendLocation', payload: { latitude, longitude, ...more } }
  const { title, address } = what
  return { method: 'sendVenue', payload: { latitude, longitude, title, address, ...more } }
}

/** The call that alters what stands in a chat; without buttons it takes off those that are there. */
export function alterationCall(alteration: Alteration): { method: string; payload: object } {
  if (alteration.to === 'gone') {
    const [only, ...others] = alteration.messageIds
    return others.length === 0
      ? { method: 'deleteMessage', payload: { message_id: only } }
      : { method: 'deleteMessages', payload: { message_ids: alteration.messageIds } }
  }
  const { messageId: message_id, to } = alteration
  if ('text' in to) return { method: 'editMessageText', payload: { message_id, ...editPayload(to) } }
  const { caption, ...more } = to
  return {
    method: 'editMessageCaption',
    payload: { message_id, caption, parse_mode: 'HTML', ...shared(more) },
  }
}

function shared(message: Omit<Message, 'text'>): object {
  const markup = markupOf(message)
  return {
    ...(markup ? { reply_markup: markup } : {}),
    ...(message.isSilent ? { disable_notification: true } : {}),
    ...(message.topic === undefined ? {} : { message_thread_id: message.topic }),
  }
}

function markupOf(
  message: Omit<Message, 'text'>,
): InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove | undefined {
  if (message.keyboard) return { inline_keyboard: message.keyboard }
  if (message.replyKeyboard === 'remove') return { remove_keyboard: true }
  return message.replyKeyboard
}
