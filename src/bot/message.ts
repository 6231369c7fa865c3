import type { InlineKeyboardButton, ReplyKeyboardMarkup } from 'grammy/types'

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
  /** The message of this chat that it quotes; where that is gone, it goes without. What is edited keeps what it quotes. */
  replyTo?: number
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

/** A place on the map that has no name. */
export interface LocationMessage extends Omit<Message, 'text'> {
  latitude: number
  longitude: number
}

/** Somebody's number, to be called or kept. */
export interface ContactMessage extends Omit<Message, 'text'> {
  phone: string
  firstName: string
  lastName?: string
}

/** One of an album; documents stand among documents and audios among audios. */
export interface AlbumItem {
  kind: 'photo' | 'video' | 'document' | 'audio'
  /** The id under which Telegram knows it. */
  fileId: string
}

/** Two to ten of them in one; it has no buttons, and is as many messages as it has items. */
export interface AlbumMessage extends Pick<Message, 'isSilent' | 'isProtected' | 'topic'> {
  items: readonly AlbumItem[]
}

/** A message that stands in some chat, copied as it is. */
export interface CopiedMessage extends Omit<Message, 'text'> {
  fromChatId: number
  messageId: number
}

/** Several messages of some chat, copied as they are; an album stays one. They have no buttons. */
export interface CopiedMessages extends Pick<Message, 'isSilent' | 'isProtected' | 'topic'> {
  fromChatId: number
  /** At most 100, the oldest first. */
  messageIds: readonly number[]
}

/** Whatever can be delivered. */
export type Deliverable =
  | Message
  | DocumentMessage
  | VenueMessage
  | LocationMessage
  | ContactMessage
  | AlbumMessage
  | CopiedMessage
  | CopiedMessages

/** What becomes of messages that stand in a chat: other words, another caption, or nothing. */
export type Alteration =
  | { messageId: number; to: Pick<Message, 'text' | 'keyboard'> }
  | { messageId: number; to: { caption: string } & Pick<Message, 'keyboard'> }
  | {
      messageIds: readonly number[]
      to: 'gone'
      /** What those are told who have heard it from a coordinator. */
      takenBack?: string
    }

/** The method for each way to send a file, and the parameter that holds it. */
export const waysToSend = {
  document: { method: 'sendDocument', part: 'document' },
  photo: { method: 'sendPhoto', part: 'photo' },
  audio: { method: 'sendAudio', part: 'audio' },
  voice: { method: 'sendVoice', part: 'voice' },
  video: { method: 'sendVideo', part: 'video' },
  animation: { method: 'sendAnimation', part: 'animation' },
  video_note: { method: 'sendVideoNote', part: 'video_note' },
} as const
