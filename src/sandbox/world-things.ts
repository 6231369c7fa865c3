import type { Message, ReplyKeyboardMarkup, Update, User } from 'grammy/types'
import type { ButtonAnswer, PhoneRole } from './verbs.ts'

export type KeptChatKind = 'private' | 'group' | 'supergroup' | 'channel'

export type MemberStatus = 'creator' | 'administrator' | 'member' | 'restricted' | 'left' | 'kicked'

export interface Membership {
  userId: number
  status: MemberStatus
}

export interface ChatAction {
  action: string
  /** Real milliseconds since 1970 at which the phone stops showing it. */
  untilAt: number
}

/** Whether somebody with this status is in the chat. */
export const isInside = (status: MemberStatus): boolean => status !== 'left' && status !== 'kicked'

/** Somebody with a phone. */
export interface KeptPerson {
  user: User
  phoneNumber: string
  label: string
  role?: PhoneRole
  place?: string
  hasStarted: boolean
  isDeleted: boolean
  lastAnswer: ({ id: number } & ButtonAnswer) | null
}

/** A chat the bot may be in: a person's private chat (its id is theirs), a group, a supergroup or a channel. */
export interface KeptChat {
  id: number
  kind: KeptChatKind
  title?: string
  username?: string
  isForum?: boolean
  topics?: KeptTopic[]
  /** What the bot is in this chat. In a private chat `kicked` means blocked, `left` never started. */
  bot: MemberStatus
  members: Membership[]
  replyKeyboard: { messageId: number; markup: ReplyKeyboardMarkup } | null
  pinned: number[]
  migratedTo?: number
  menuButton?: { type: 'commands' | 'default' | 'web_app'; text?: string; web_app?: { url: string } }
}

/** A topic of a forum; its id is that of the service message that made it. */
export interface KeptTopic {
  id: number
  name: string
  isClosed: boolean
}

export interface KeptMessage {
  /** As the bot sees it; `reply_markup` only when it is an inline keyboard. */
  message: Message
  isSilent: boolean
  /** Sent with a reply keyboard, its removal or a forced reply: such a message cannot be edited. */
  isLocked: boolean
  /** The emoji with which the bot has reacted to it. */
  reaction?: string
}

export interface KeptUpdate {
  update: Update
  /** Telegram delivers one at a time within a lane: the chat of messages, the person of button presses. */
  lane: string
}

/** A button press that the bot has not answered. */
export interface KeptQuery {
  id: string
  personId: number
  chatId: number
  messageId: number
  data: string
}

export type FileKind =
  'document' | 'photo' | 'voice' | 'video' | 'audio' | 'animation' | 'video_note' | 'sticker'

export interface KeptFile {
  fileId: string
  uniqueId: string
  kind: FileKind
  /** Where its bytes are; the sizes of one photo share them. */
  bytesKey: string
  name: string
  mimeType: string
  size: number
  path: string
  width?: number
  height?: number
}

export interface KeptWebhook {
  url: string
  secretToken: string
  maxConnections: number
  lastErrorAt?: number
  lastErrorMessage?: string
}
