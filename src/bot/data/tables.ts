import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  pgSequence,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import { bytes, instant } from '../../platform/columns.ts'

/**
 * Every update of Telegram, once. A handled one loses its body at once and its row after 72 hours; one that was set
 * aside keeps an encrypted body for 7 days. `lane` is the person, or the chat where there is none: within it updates
 * are handled one after the other, in the order of `id`.
 */
export const inbox = pgTable(
  'inbox',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    botId: bigint('bot_id', { mode: 'number' }).notNull(),
    updateId: bigint('update_id', { mode: 'number' }).notNull(),
    lane: bigint({ mode: 'number' }).notNull(),
    body: text(),
    receivedAt: instant('received_at').notNull(),
    attempts: smallint().notNull().default(0),
    /** Machine time: not tried again before. */
    notBefore: instant('not_before'),
    claimedBy: integer('claimed_by'),
    /** How often a process has died with this one in its hands; the first time others were in them too. */
    deaths: smallint().notNull().default(0),
    doneAt: instant('done_at'),
    setAsideAt: instant('set_aside_at'),
    errorId: text('error_id'),
    error: text(),
  },
  (i) => [
    uniqueIndex('inbox_takes_each_update_once').on(i.botId, i.updateId),
    index('inbox_waiting')
      .on(i.lane, i.id)
      .where(sql`${i.doneAt} is null`),
    uniqueIndex('inbox_one_at_a_time_per_lane')
      .on(i.lane)
      .where(sql`${i.claimedBy} is not null`),
    check(
      'inbox_finished_without_body',
      sql`${i.doneAt} is null or ${i.setAsideAt} is not null or ${i.body} is null`,
    ),
  ],
)

/** Whoever has written to the bot: the Telegram account, not the person. Goes with the person's data. */
export const accounts = pgTable(
  'accounts',
  {
    userId: bigint('user_id', { mode: 'number' }).primaryKey(),
    personId: bigint('person_id', { mode: 'number' }),
    firstName: text('first_name').notNull(),
    lastName: text('last_name'),
    username: text(),
    /** The language of the phone, as Telegram says it. */
    phoneLanguage: text('phone_language'),
    /** The language Heyet speaks with this account; chosen, or guessed from the phone. */
    language: text().notNull(),
    isLanguageChosen: boolean('is_language_chosen').notNull().default(false),
    isReachable: boolean('is_reachable').notNull().default(true),
    firstSeenAt: instant('first_seen_at').notNull(),
  },
  (a) => [index('accounts_person').on(a.personId)],
)

/** The state of an unfinished conversation. Goes when the conversation ends, at the latest after 14 days. */
export const conversations = pgTable(
  'conversations',
  {
    lane: bigint({ mode: 'number' }).primaryKey(),
    state: text().notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (c) => [index('conversations_updated').on(c.updatedAt)],
)

/** The live message of a task in a chat, edited in place. The sender fills in the id. Goes with the task or after 14 days. */
export const screens = pgTable(
  'screens',
  {
    chatId: bigint('chat_id', { mode: 'number' }).notNull(),
    name: text().notNull(),
    messageId: integer('message_id'),
    /** The message that is pinned for it: this one, or an earlier one until the new one is pinned. */
    pinnedId: integer('pinned_id'),
    updatedAt: instant('updated_at').notNull(),
  },
  (s) => [primaryKey({ columns: [s.chatId, s.name] }), index('screens_updated').on(s.updatedAt)],
)

/** What is to be said. A row goes when it has been said, or when it can never be. */
export const outbox = pgTable(
  'outbox',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    chatId: bigint('chat_id', { mode: 'number' }).notNull(),
    method: text().notNull(),
    payload: text().notNull(),
    /** 0 reply, 1 urgent, 2 normal, 3 bulk. */
    priority: smallint().notNull().default(0),
    screen: text(),
    /** Sends a new message even where the screen has one, because the person has written below it. */
    isFresh: boolean('is_fresh').notNull().default(false),
    fileId: bigint('file_id', { mode: 'number' }),
    /** What an important word is about, e.g. an application: where it cannot arrive, its room is told. */
    about: text(),
    /** A delivery: never made twice by itself, and its room learns what has become of it. */
    isOnce: boolean('is_once').notNull().default(false),
    /** Machine time. A delivery's call may have left: written before it leaves, and taken back when it surely has not. */
    leftAt: instant('left_at'),
    /** Within a chat replies keep their order and go before deliveries, and these by their urgency. */
    turn: smallint()
      .notNull()
      .generatedAlwaysAs(sql`case when is_once then priority else 0 end`),
    claimedBy: integer('claimed_by').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (o) => [index('outbox_chat').on(o.chatId, o.turn, o.id), index('outbox_claimed').on(o.claimedBy)],
)

/**
 * What was said to somebody without Telegram: a coordinator passes it on and says so, and then the words go. Goes 180 days
 * after it was said, after 30 where nobody has passed it on, and with the person.
 */
export const handMessages = pgTable(
  'hand_messages',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    /** The row of the outbox by which it came. */
    outboxId: bigint('outbox_id', { mode: 'number' }).notNull(),
    personId: bigint('person_id', { mode: 'number' }).notNull(),
    /** Plain words, sealed; null once it has been passed on. */
    text: text(),
    /** The live message it stood for. */
    screen: text(),
    createdAt: instant('created_at').notNull(),
    /** When coordinators have been shown that it waits. */
    announcedAt: instant('announced_at'),
    toldAt: instant('told_at'),
    toldBy: bigint('told_by', { mode: 'number' }),
    /** It rings, whatever waits already. */
    isUrgent: boolean('is_urgent').notNull().default(false),
    /** From then on it is passed on no more. */
    usefulUntil: instant('useful_until'),
  },
  (h) => [
    uniqueIndex('hand_messages_kept_once').on(h.outboxId),
    index('hand_messages_person').on(h.personId, h.id),
    index('hand_messages_waiting')
      .on(h.personId)
      .where(sql`${h.toldAt} is null`),
    index('hand_messages_fresh')
      .on(h.createdAt)
      .where(sql`${h.announcedAt} is null and ${h.toldAt} is null`),
    index('hand_messages_useful')
      .on(h.usefulUntil)
      .where(sql`${h.toldAt} is null and ${h.usefulUntil} is not null`),
    check('hand_messages_told_by_somebody', sql`(${h.toldAt} is null) = (${h.toldBy} is null)`),
    check('hand_messages_told_without_words', sql`${h.toldAt} is null or ${h.text} is null`),
  ],
)

/** The bytes of a document that waits in the outbox. Goes with its row. */
export const outboxFiles = pgTable('outbox_files', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  name: text().notNull(),
  content: bytes().notNull(),
  createdAt: instant('created_at').notNull(),
})

/** Numbers for processes: what one has claimed carries its number, and is free when its session lock is. */
export const processNumbers = pgSequence('process_numbers', { maxValue: 2_147_483_647, cycle: true })

/** Up to which moment each daily round has been made, domain time; one row for each kind of round. */
export const rounds = pgTable('rounds', {
  name: text().primaryKey(),
  doneUntil: instant('done_until').notNull(),
})
