import type { Composer } from 'grammy'
import type { ConversationBuilder } from '@grammyjs/conversations'
import type { Context } from 'grammy'
import type { InlineKeyboardButton } from 'grammy/types'
import type { Words } from '../platform/texts/words.ts'
import type { Chat } from './context.ts'

/** A sitting: a dialogue that waits for one answer after the other. Its truth is in rows; it can be entered anew. */
export interface Sitting {
  name: string
  builder: ConversationBuilder<Chat, Context>
}

/** Why words did not arrive: whoever they were for has blocked the bot or is gone, or Telegram has refused the words. */
export type Unheard = 'unreachable' | 'refused'

/** What has become of a delivery (`Messenger.deliver`). */
export interface Fate {
  about: string
  /** Where it was to go. */
  chatId: number
  /**
   * `inDoubt`: it left and no answer came, so it may have arrived; it is not repeated. `unreachable`: whoever it was for
   * has blocked the bot or is gone. `refused`: Telegram would not take it.
   */
  fate: 'sent' | 'inDoubt' | 'unreachable' | 'refused'
  /** The message that stands in the chat now, where that is known. */
  messageId: number | null
  /** All of them, of an album. */
  messageIds?: readonly number[]
  /** Telegram's own words, of a refused one. */
  because?: string
  at: Temporal.Instant
}

/** Something about whoever has sent an update: read together with it, so that nobody has to ask for it. */
export interface KnownOfSender {
  /** A JSON value, as SQL. The sender's account is the row `a`. */
  sql: string
  /** Takes what has been read, so that whoever asks for it in this update finds it. */
  keepInMind(personId: number, known: unknown): void
}

/** What a room gives to the chat. */
export interface Feature {
  name: string
  knownOfSender?: KnownOfSender
  /**
   * Where something of the room may be open for a person: conditions in SQL about `viewer.id`, asked of all rooms in one
   * statement. They may hold in vain, but where none does, the room is not asked to show it again, to help or to pause.
   */
  openWhere?: readonly string[]
  /** The dialogues of the room. */
  sittings?: readonly Sitting[]
  /** Buttons and commands: `chat.callbackQuery(...)`, `chat.command(...)`. */
  chat?: Composer<Chat>
  /**
   * Somebody writes and no sitting is active: true when the room has an open question for them and has taken the
   * message as its answer. Rooms are asked in order. `mayBeOpen`: as `openWhere` has it.
   */
  takesOver?(chat: Chat, mayBeOpen: boolean): Promise<boolean>
  /**
   * Nobody has expected this message: whether the room has something to do with it all the same. Asked after every
   * `takesOver`, before "I did not understand that".
   */
  takesLast?(chat: Chat): Promise<boolean>
  /** Something that has happened in a group, where there is no viewer; true when the room has dealt with it. */
  takesGroup?(context: Context): Promise<boolean>
  /** Shows the open question again, after a command or a changed language; false when the room has none. */
  showsAgain?(chat: Chat): Promise<boolean>
  /** `/help` about the open question, with `people` who can be asked below; false when the room has none. */
  helps?(chat: Chat, people: string): Promise<boolean>
  /** Whom somebody can ask, a line each; `/help` says them. */
  whomToAsk?(chat: Chat): Promise<string[]>
  /** `/cancel`: leaves what is open and keeps what was answered; false when nothing of the room is open. */
  pauses?(chat: Chat): Promise<boolean>
  /** Says what could not be said while this person could not be reached. */
  catchesUp?(personId: number): Promise<void>
  /** What words were about that could not arrive. */
  goesUnheard?(abouts: readonly string[], because: Unheard): Promise<void>
  /** What has become of deliveries: of each once, in the transaction that ends it. The room takes out what is its own. */
  learnsFates?(fates: readonly Fate[]): Promise<void>
  /** A file that is about something has gone up; Telegram has it under this id. */
  learnsFile?(about: string, fileId: string): Promise<void>
  /** Links `?start=<prefix>_<payload>` that the room opens. */
  links?: Readonly<Record<string, (chat: Chat, payload: string) => Promise<void>>>
  /** Ways back to what somebody has laid aside, a row each. */
  waysBack?(chat: Chat): Promise<HomePart['buttons']>
  /** How somebody is addressed; without such a room nobody is. */
  greets?(chat: Chat): Promise<string>
  /** Buttons beneath the first thing that is said to somebody new, whatever they came by. */
  beneathFirstWords?(chat: Chat): InlineKeyboardButton[][]
  /** Rows of buttons that the room has on a coordinator's desk, and below the list of empty templates. */
  desk?(words: Words): DeskPart
  /** What of the room needs a coordinator's hand today, in the activities that they run; what is zero is not shown. */
  deskNumbers?(words: Words, reach: DeskReach): Promise<DeskNumber[]>
  /** Rows of buttons that the room has below an activity on a coordinator's desk. */
  activityKeys?(words: Words, activityId: number): HomePart['buttons']
  /** What the room knows of somebody who applies for an activity or takes part, on their card; for whoever runs it. */
  personCard?(words: Words, whose: CardSubject): Promise<HomePart | undefined>
  /** Rows of buttons that the room has below a trip for whoever has applied for it themselves. */
  tripKeys?(words: Words, whose: CardSubject): Promise<HomePart['buttons']>
  /** Rows of buttons that the room has below `/privacy`. */
  privacyKeys?(chat: Chat): Promise<HomePart['buttons']>
  /** Lines and buttons of the home card. */
  home?(chat: Chat): Promise<HomePart | undefined>
}

/** Whose card it is, and in which activity. */
export interface CardSubject {
  activityId: number
  applicationId: number
  personId: number
  /** Whether the programme is for them: they are approved, or have been there. */
  takesPart: boolean
}

/** What a room adds to the desk. */
export interface DeskPart {
  ways: HomePart['buttons']
  templates: HomePart['buttons']
}

/** The activities of whoever looks: every one, or those with these codes. */
export type DeskReach = 'everywhere' | readonly string[]

/** Something on the desk that needs a hand today: how much of it there is, and the way to just that. */
export interface DeskNumber {
  count: number
  line: string
  button: InlineKeyboardButton
}

/** What a room has to say on the home card, most urgent first. */
export interface HomePart {
  lines: string[]
  buttons: { text: string; callback_data: string }[][]
}
