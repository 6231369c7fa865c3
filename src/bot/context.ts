import type { ConversationFlavor } from '@grammyjs/conversations'
import type { Context } from 'grammy'
import type { Words } from '../platform/texts/words.ts'
import type { Language } from '../shared/localized-text.ts'
import type { DocumentMessage, KnownPhoto, Message } from './messenger.ts'

/** Whoever is at the other end of a private chat. */
export interface Viewer {
  /** The Telegram account, and the id of the private chat with it. */
  userId: number
  /** The person behind the account, once there is one. */
  personId: number | null
  language: Language
  /** False while the language is only guessed from the phone. */
  isLanguageChosen: boolean
  /** Whether they could not be reached until this word of theirs. */
  isBack: boolean
  /** Whether this is their very first word to us. */
  isNew: boolean
  firstName: string
  lastName: string | null
}

/** What a handler of a room can do: everything it says is written with the update and sent after its commit. */
export interface ChatTools {
  readonly viewer: Viewer
  readonly words: Words
  /** Speaks another language from here on, within this update too. */
  speak(language: Language): void
  /** A message of its own, that stays. */
  tell(message: Message): void
  tellDocument(document: DocumentMessage): Promise<void>
  /** Two to ten pictures that Telegram knows, in one message. */
  tellAlbum(photos: readonly KnownPhoto[]): void
  /**
   * The live message of a task; underneath when the person has written, in place when they have tapped. `isFresh`:
   * underneath in any case, because what was tapped is another message.
   */
  display(screen: string, message: Message, options?: { isFresh?: boolean }): void
  /** Closes the live message of a task. */
  leave(screen: string): void
  /** Changes the message whose button was pressed; a new message when nothing was pressed. */
  turn(message: Message): void
  /** A short note over the chat, as the answer to a pressed button. */
  toast(text: string, asAlert?: boolean): void
}

export type Chat = ConversationFlavor<Context> & ChatTools
