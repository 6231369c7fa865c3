import type {
  CallbackQuery,
  InlineKeyboardMarkup,
  Message,
  MessageEntity,
  ReplyKeyboardMarkup,
  User,
} from 'grammy/types'

/**
 * What a phone of the sandbox can do and what it shows: the one contract between the emulated Telegram, the web page
 * with the phones and the end-to-end tests. Over HTTP each verb is `POST /sandbox/phones/<user id>/<verb>` with the
 * verb's input as JSON (files as multipart), and answers `200` with its outcome or `400 { error }`.
 */
export interface PhoneVerbs {
  /** Taps Start, or a link `https://t.me/<bot>?start=<payload>`. Unblocks the bot, as Telegram does. */
  start(input: { payload?: string }): void
  type(input: { text: string; entities?: MessageEntity[]; replyTo?: number }): void
  /** Changes a text that this person has sent. */
  edit(input: { messageId: number; text: string }): void
  /** Presses an inline button; resolves when the bot answers it, `answer: null` when it has not within 10 s. */
  press(input: { messageId: number; row: number; column: number }): Promise<{ answer: ButtonAnswer | null }>
  /** Shares the phone's own contact, or somebody else's. */
  shareContact(input: {
    contact?: { phoneNumber: string; firstName: string; lastName?: string; userId?: number }
  }): void
  shareLocation(input: { latitude: number; longitude: number }): void
  /**
   * `kind: 'document'` keeps name and type; photos arrive in several sizes. `albumOf` > 1 sends the file as an album;
   * different files are one album when they come with the same `album`, a number that the sender makes up.
   */
  sendFile(input: {
    kind: 'document' | 'photo' | 'voice' | 'video'
    name: string
    mimeType: string
    bytes: Uint8Array
    caption?: string
    albumOf?: number
    album?: string
  }): void
  sendSticker(input: { emoji: string }): void
  /** Forwards a message of another phone's chat into this one; several with the same `album` are one again. */
  forward(input: { fromUserId: number; messageId: number; album?: string }): void
  block(): void
  unblock(): void
  setLanguage(input: { languageCode: string | null }): void
  rename(input: { firstName: string; lastName?: string | null; username?: string | null }): void
  /** Deletes the Telegram account: the bot gets 403 `user is deactivated` from then on. */
  deleteAccount(): void
}

/** What a person of the seed is in the story that the sandbox tells. */
export type PhoneRole = 'coordinator' | 'representative'

export interface ButtonAnswer {
  text: string
  showAlert: boolean
  url?: string
}

/** A message as the phone shows it. Texts arrive with entities, never with markup. */
export interface ShownMessage {
  id: number
  from: 'bot' | 'person'
  /** Unix seconds of the sandbox's clock. */
  date: number
  editedAt?: number
  text?: string
  entities?: MessageEntity[]
  caption?: string
  captionEntities?: MessageEntity[]
  replyTo?: number
  /** Messages with the same one are shown as one album. */
  album?: string
  keyboard?: InlineKeyboardMarkup
  /** Files can be fetched from `/sandbox/files/<fileId>`. */
  photo?: { fileId: string; width: number; height: number }
  document?: { fileId: string; name: string; mimeType: string; size: number }
  voice?: { fileId: string; seconds: number }
  video?: { fileId: string }
  sticker?: { emoji: string }
  contact?: { phoneNumber: string; firstName: string; lastName?: string }
  location?: { latitude: number; longitude: number }
  venue?: { latitude: number; longitude: number; title: string; address: string }
  service?: string
  silent: boolean
  pinned: boolean
  /** The emoji with which the bot has reacted. */
  reaction?: string
  forwardedFrom?: string
}

/** Everything one phone shows: the person's own settings and their private chat with the bot. */
export interface PhoneState {
  user: User
  phoneNumber: string
  /** What the page calls this person. */
  label: string
  /** What they are in the story, and where they are at home; the page says it in the visitor's language. */
  role?: PhoneRole
  place?: string
  started: boolean
  blocked: boolean
  deleted: boolean
  messages: ShownMessage[]
  /** The one reply keyboard of the chat, if any; `requestContact`/`requestLocation` buttons included. */
  replyKeyboard: ReplyKeyboardMarkup | null
  /** Callback queries still unanswered: their buttons keep spinning. */
  spinning: { messageId: number; data: string }[]
  /** The newest answer to a button press, for toasts and alerts; `id` grows. */
  lastAnswer: ({ id: number } & ButtonAnswer) | null
  /** Chat action in force (`typing`, `upload_document` …) or null. */
  action: string | null
  /** Commands and texts as this person's language and scope resolve them. */
  commands: { command: string; description: string }[]
  menuButton: { type: 'commands' | 'default' | 'web_app'; text?: string }
  bot: { name: string; username: string; description: string; shortDescription: string }
}

/** One call of the Bot API as the log shows it: oldest first, the last 500 are kept. */
export interface LoggedCall {
  id: number
  at: string
  method: string
  chatId?: number
  ok: boolean
  description?: string
  milliseconds: number
}

/**
 * Besides the phones' verbs, over HTTP:
 * - `GET /sandbox/state` → `SandboxState`; `GET /sandbox/events` → server-sent events `{ changed: number[] }` with the
 *   ids of the phones that show something new (`clock`, `calls` and `reset` are events of their own)
 * - `GET /sandbox/phones/<id>` → `PhoneState`; `GET /sandbox/calls?after=<id>` → `LoggedCall[]`;
 *   `GET /sandbox/calls/<id>` → `{ parameters, answer }`
 * - `POST /sandbox/clock { to: ISO instant } | { byMinutes }` → `{ now }`; `POST /sandbox/reset`
 * - `GET /sandbox/files/<fileId>` → the bytes; `POST /sandbox/phones { firstName, languageCode, … }` → a further phone
 */
export interface SandboxState {
  now: string
  phones: PhoneState[]
  bot: { username: string }
}

export type { CallbackQuery, InlineKeyboardMarkup, Message, MessageEntity, ReplyKeyboardMarkup, User }
