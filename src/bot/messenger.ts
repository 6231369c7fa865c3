import type { InlineKeyboardButton } from 'grammy/types'
import type { Transaction } from '../platform/database.ts'
import { priorities, type NewOutboxRow, type OutboxRows } from './data/outbox-rows.ts'
import { withHandNotes, type HandNotes } from './sending/hand-notes.ts'
import { owing, type OwingNeeds } from './sending/owing.ts'
import { type Alteration, type Deliverable, type DocumentMessage, type Message } from './message.ts'
import { alterationCall, callFor, editPayload, textPayload } from './sending/payloads.ts'

export type {
  Alteration,
  CopiedMessage,
  Deliverable,
  DocumentMessage,
  Message,
  VenueMessage,
} from './message.ts'
export { priorities } from './data/outbox-rows.ts'

/** A picture under the id that Telegram has for it. */
export interface KnownPhoto {
  fileId: string
  /** Plain words. */
  caption: string
}

export interface ShowOptions extends Pick<HandNotes, 'usefulUntil'> {
  /**
   * The person has written below the live message: send the new one underneath. The old one keeps its buttons, which
   * know that they are old; taking them off would cost a call of the chat's pace for every typed answer.
   */
  isFresh?: boolean
  priority?: number
}

export interface SayOptions {
  priority?: number
  /** What the words are about, for the room that has to know when they cannot arrive (`Feature.goesUnheard`). */
  about?: string | undefined
}

export interface DeliveryOptions extends Pick<HandNotes, 'usefulUntil'> {
  /** `priorities.normal` unless said otherwise; replies go before deliveries, within one urgency the oldest first. */
  priority?: number
  /** What is delivered, in the words of the room, which learns its fate under them (`Feature.learnsFates`). */
  about?: string
}

/** The bot's mouth: what is said here is written with the transaction and sent after its commit, in order. */
export interface Messenger {
  /** A message of its own, that stays. */
  say(chatId: number, message: Message, options?: SayOptions): void
  /**
   * A message that must not arrive twice: where nobody knows whether it has left, it is not repeated but in doubt. What
   * has become of it is told to its room, once.
   */
  deliver(chatId: number, what: Deliverable, options?: DeliveryOptions): Promise<void>
  /**
   * Alters what stands in a chat, beside the replies to it. It makes no message, so it is repeated until its fate is known;
   * that is told to its room, as of a delivery. What is gone already stays so.
   */
  alter(chatId: number, alteration: Alteration, options?: DeliveryOptions): void
  /**
   * Takes deliveries back that wait in the outbox. What may have left by now stays and has its fate; resolves with what the
   * others were about.
   */
  withdraw(deliveries: readonly { chatId: number; about: string }[]): Promise<string[]>
  /** The live message of a task: edited in place, or sent where there is none. */
  show(chatId: number, screen: string, message: Message, options?: ShowOptions): void
  /** Takes the buttons off a live message and forgets it; its words stay. */
  close(chatId: number, screen: string): void
  /**
   * Pins a live message without a sound, in place of what was pinned for it before. To be called after each `show`: it
   * makes no call where that message is pinned already, and none where the screen is gone.
   */
  pin(chatId: number, screen: string): void
  /** Takes off what is pinned for a live message. */
  unpin(chatId: number, screen: string): void
  /** Changes a message that stands in the chat; where it is gone, says it anew. */
  change(chatId: number, messageId: number, message: Message): void
  /** Changes a message that stands in the chat; where it is gone, nothing is said. Nobody waits for it. */
  refresh(chatId: number, messageId: number, message: Message): void
  /** Takes the buttons off any message, e.g. an old one that was pressed; those of `left` stay. */
  disarm(chatId: number, messageId: number, left?: InlineKeyboardButton[][]): void
  sendDocument(chatId: number, document: DocumentMessage): Promise<void>
  /** Two to ten pictures that Telegram knows, in one message. */
  sendAlbum(chatId: number, photos: readonly KnownPhoto[]): void
  /** Any other call of the Bot API that creates a message, e.g. `copyMessage`. */
  call(chatId: number, method: string, payload: object): void
  /** Empties what this transaction wants said; whoever takes it writes it. */
  take(transaction: Transaction): NewOutboxRow[]
}

export interface MessengerNeeds extends OwingNeeds {
  outbox: OwingNeeds['outbox'] & Pick<OutboxRows, 'withdraw'>
}

/** Opens the bot's mouth. */
export function messenger(needs: MessengerNeeds): Messenger {
  const { outbox } = needs
  const { owe, oweDocument, take } = owing(needs)
  const call = (chatId: number, method: string, payload: object) =>
    owe({ chatId, method, payload: JSON.stringify(payload) })

  return {
    take,
    call,
    async deliver(chatId, what, { priority = priorities.normal, about = null, usefulUntil } = {}) {
      const delivery = { priority, about, isOnce: true }
      if ('content' in what) return oweDocument(chatId, what, delivery)
      const { method, payload } = callFor(what)
      const noted = withHandNotes(chatId, payload, { usefulUntil })
      owe({ chatId, method, payload: JSON.stringify(noted), ...delivery })
    },
    alter(chatId, alteration, { priority = priorities.normal, about = null } = {}) {
      const { method, payload } = alterationCall(alteration)
      const { takenBack } = 'takenBack' in alteration ? alteration : {}
      const noted = takenBack === undefined ? payload : withHandNotes(chatId, payload, { takenBack })
      owe({ chatId, method, payload: JSON.stringify(noted), priority, about, isOnce: true })
    },
    withdraw: (deliveries) => outbox.withdraw(deliveries),
    say: (chatId, message, { priority = priorities.reply, about = null } = {}) =>
      owe({ chatId, method: 'sendMessage', payload: JSON.stringify(textPayload(message)), priority, about }),
    show(chatId, screen, message, { isFresh = false, priority = priorities.reply, usefulUntil } = {}) {
      owe({
        chatId,
        method: 'sendMessage',
        payload: JSON.stringify(withHandNotes(chatId, textPayload(message), { usefulUntil })),
        screen,
        isFresh,
        priority,
      })
    },
    pin: (chatId, screen) => owe({ chatId, method: 'pinScreen', payload: '{}', screen }),
    unpin: (chatId, screen) => owe({ chatId, method: 'unpinScreen', payload: '{}', screen }),
    close: (chatId, screen) => owe({ chatId, method: 'closeScreen', payload: '{}', screen }),
    change: (chatId, messageId, message) =>
      call(chatId, 'editMessageText', { message_id: messageId, ...editPayload(message) }),
    refresh: (chatId, messageId, message) =>
      owe({
        chatId,
        method: 'refreshMessage',
        payload: JSON.stringify({ message_id: messageId, ...editPayload(message) }),
        priority: priorities.normal,
      }),
    disarm: (chatId, messageId, left = []) =>
      call(chatId, 'editMessageReplyMarkup', {
        message_id: messageId,
        ...(left.length > 0 ? { reply_markup: { inline_keyboard: left } } : {}),
      }),
    sendDocument: (chatId, document) => oweDocument(chatId, document, { about: document.about ?? null }),
    sendAlbum: (chatId, photos) =>
      call(chatId, 'sendMediaGroup', {
        media: photos.map(({ fileId, caption }) => ({ type: 'photo', media: fileId, caption })),
        disable_notification: true,
      }),
  }
}
