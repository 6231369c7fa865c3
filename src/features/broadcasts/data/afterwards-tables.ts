import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import { id, instant, reference } from '../../../platform/columns.ts'
import { persons } from '../../people/data/tables.ts'
import type { Content } from '../domain/content.ts'
import { broadcastRecipients, broadcasts } from './tables.ts'

const recipient = () =>
  reference('recipient_id')
    .notNull()
    .references(() => broadcastRecipients.id, { onDelete: 'cascade' })

/**
 * What else stands in chats because of a broadcast, besides the message that the recipient's own row names: the words and
 * media on further phones, and short notes (asked again, corrected). Stays as long as the row.
 */
export const broadcastCopies = pgTable(
  'broadcast_copies',
  {
    id: id(),
    recipientId: recipient(),
    chatId: reference('chat_id').notNull(),
    messageId: integer('message_id').notNull(),
    what: text().notNull(),
    language: text(),
    isCaption: boolean('is_caption').notNull().default(false),
    /** The correction that the words have. */
    revision: integer().notNull().default(0),
    sentAt: instant('sent_at').notNull(),
  },
  (c) => [
    index('broadcast_copies_recipient').on(c.recipientId),
    index('broadcast_copies_message').on(c.chatId, c.messageId),
    check('broadcast_copies_what_known', sql`${c.what} in ('words', 'media', 'note')`),
  ],
)

/**
 * Messages that are to be altered: corrected, or taken away. A row goes when that is done; one that could not be stays for
 * 90 days, so that its reader can be named.
 */
export const broadcastAlterations = pgTable(
  'broadcast_alterations',
  {
    id: id(),
    broadcastId: reference('broadcast_id')
      .notNull()
      .references(() => broadcasts.id, { onDelete: 'cascade' }),
    recipientId: recipient(),
    /** The copy that it is of; null: of the recipient's own row. */
    copyId: reference('copy_id').references(() => broadcastCopies.id, { onDelete: 'cascade' }),
    chatId: reference('chat_id').notNull(),
    /** Empty: nobody knows which message it is. */
    messageIds: bigint('message_ids', { mode: 'number' }).array().notNull(),
    language: text(),
    isCaption: boolean('is_caption').notNull().default(false),
    /** The words, which can be edited where they cannot be taken away. */
    isWords: boolean('is_words').notNull(),
    act: text().notNull(),
    /** A short message that makes a sound goes with it. */
    rings: boolean().notNull().default(false),
    state: text().notNull().default('waiting'),
    because: text(),
    /** What goes out: of which correction, and with which buttons pressed. */
    revision: integer(),
    hasSeen: boolean('has_seen'),
    answer: smallint(),
    at: instant().notNull(),
  },
  (a) => [
    index('broadcast_alterations_waiting')
      .on(a.id)
      .where(sql`${a.state} = 'waiting'`),
    index('broadcast_alterations_broadcast').on(a.broadcastId, a.state),
    index('broadcast_alterations_recipient').on(a.recipientId),
    check('broadcast_alterations_act_known', sql`${a.act} in ('correct', 'remove', 'withdraw')`),
    check('broadcast_alterations_state_known', sql`${a.state} in ('waiting', 'leaving', 'failed')`),
  ],
)

/** A correction, while it is written and as the record of what was said before. */
export const broadcastCorrections = pgTable(
  'broadcast_corrections',
  {
    id: id(),
    broadcastId: reference('broadcast_id')
      .notNull()
      .references(() => broadcasts.id, { onDelete: 'cascade' }),
    personId: reference('person_id')
      .notNull()
      .references(() => persons.id),
    /** The languages that it changes. */
    texts: jsonb().$type<Content['texts']>().notNull().default({}),
    rings: boolean().notNull().default(false),
    changing: text(),
    isPaused: boolean('is_paused').notNull().default(false),
    draftRevision: integer('draft_revision').notNull().default(0),
    updatedAt: instant('updated_at').notNull(),
    /** Null: a draft. */
    madeAt: instant('made_at'),
    /** What the broadcast said until then. */
    before: jsonb().$type<Content['texts']>(),
  },
  (c) => [
    uniqueIndex('broadcast_corrections_one_draft')
      .on(c.broadcastId, c.personId)
      .where(sql`${c.madeAt} is null`),
    index('broadcast_corrections_person').on(c.personId),
  ],
)

/** In whose chats the card of a broadcast is kept up to date, besides its author's. Goes after 14 days. */
export const broadcastWatchers = pgTable(
  'broadcast_watchers',
  {
    broadcastId: reference('broadcast_id')
      .notNull()
      .references(() => broadcasts.id, { onDelete: 'cascade' }),
    personId: reference('person_id')
      .notNull()
      .references(() => persons.id),
    since: instant().notNull(),
  },
  (w) => [
    primaryKey({ columns: [w.broadcastId, w.personId] }),
    index('broadcast_watchers_person').on(w.personId),
  ],
)
