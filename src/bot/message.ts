import type {
  InlineKeyboardButton,
  InlineKeyboardMarkup,
  ReplyKeyboardMarkup,
  ReplyKeyboardRemove,
} from 'grammy/types'

/** A message as a view makes it: Telegram's HTML, with buttons below. */
export interface Message {
  text: string
  keyboard?: InlineKeyboardButton[][]
  /** Buttons in place of the phone's keyboard; `remove` takes them away. Only for messages that are not edited. */
  replyKeyboard?: ReplyKeyboardMarkup | 'remove'
  /** Arrives without a sound. */
  isSilent?: boolean
  /** Other people's data: it can neither be forwarded nor saved. What is edited stays as it was sent. */
  isProtected?: boolean
  /** The topic of a forum group it goes to. */
  topic?: number
}

export interface DocumentMessage extends Omit<Message, 'text'> {
  name: string
  /** The file, or the id under which Telegram knows it already. */
  content: Uint8Array | string
  caption?: string
  /** Pictures, sounds and films are shown in the chat instead of offered as a file. */
  as?: keyof typeof waysToSend
  /** What the file is about, for the room that wants to know under which id Telegram has it (`Feature.learnsFile`). */
  about?: string
}

/** A place on the map, under its name. */
export interface VenueMessage extends Omit<Message, 'text'> {
  latitude: number
  longitude: number
  /** Plain words. */
  title: string
  address: string
}

/** A message that stands in some chat, copied as it is. */
export interface CopiedMessage extends Omit<Message, 'text'> {
  fromChatId: number
  messageId: number
}

/** Whatever can be delivered. */
export type Deliverable = Message | DocumentMessage | VenueMessage | CopiedMessage

/** The method for each way to send a file, and the parameter that holds it. */
export const waysToSend = {
  document: { method: 'sendDocument', part: 'document' },
  photo: { method: 'sendPhoto', part: 'photo' },
  audio: { method: 'sendAudio', part: 'audio' },
  voice: { method: 'sendVoice', part: 'voice' },
  video: { method: 'sendVideo', part: 'video' },
} as const

/** How a new message is sent. */
export const textPayload = (message: Message) => ({ ...editPayload(message), ...protection(message) })

/** How an edit shows it; Telegram takes no protection there. */
export const editPayload = (message: Message) => ({
  text: message.text,
  parse_mode: 'HTML',
  link_preview_options: { is_disabled: true },
  ...shared(message),
})

const protection = ({ isProtected }: Pick<Message, 'isProtected'>) =>
  isProtected ? { protect_content: true } : {}

/** How a file is sent, but for the file. */
export const documentPayload = (document: DocumentMessage) => ({
  ...(document.caption === undefined ? {} : { caption: document.caption, parse_mode: 'HTML' }),
  ...shared(document),
  ...protection(document),
})

/** How a place on the map is sent. */
export const venuePayload = (venue: VenueMessage) => ({
  latitude: venue.latitude,
  longitude: venue.longitude,
  title: venue.title,
  address: venue.address,
  ...shared(venue),
  ...protection(venue),
})

/** How a copy is sent. */
export const copyPayload = (copied: CopiedMessage) => ({
  from_chat_id: copied.fromChatId,
  message_id: copied.messageId,
  ...shared(copied),
  ...protection(copied),
})

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
