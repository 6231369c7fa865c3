import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  smallint,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import { id, instant, reference } from '../../../platform/columns.ts'
import { activities } from '../../activities/data/tables.ts'
import { persons } from '../../people/data/tables.ts'
import type { Audience } from '../domain/audience.ts'
import type { AnswerOption, Content } from '../domain/content.ts'

/**
 * One message to many, from the draft to the record of it: the communication log of a report. A draft goes 14 days after it
 * was touched last; whatever was sent stays.
 */
export const broadcasts = pgTable(
  'broadcasts',
  {
    id: id(),
    authorId: reference('author_id')
      .notNull()
      .references(() => persons.id),
    /** The same as in the audience, for whoever looks for the broadcasts of an activity. */
    activityId: reference('activity_id').references(() => activities.id),
    state: text().notNull(),
    content: jsonb().$type<Content>().notNull(),
    audience: jsonb().$type<Audience>().notNull(),
    priority: text().notNull().default('normal'),
    reason: text(),
    answers: jsonb().$type<readonly AnswerOption[]>().notNull().default([]),
    answersUntil: instant('answers_until'),
    askAgainMinutes: integer('ask_again_minutes'),
    startsAt: instant('starts_at'),
    usefulUntil: instant('useful_until'),
    revision: integer().notNull().default(0),
    people: integer().notNull().default(0),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
    startedAt: instant('started_at'),
    endedAt: instant('ended_at'),
    /** When it was corrected last. */
    correctedAt: instant('corrected_at'),
    /** Taken back everywhere, as far as that could be done. */
    recalledAt: instant('recalled_at'),
    /** Whoever takes part later gets it too, though nobody has said until when it is of use. */
    isForNewcomers: boolean('is_for_newcomers').notNull().default(false),
    /** Machine time: copies of it were altered last. */
    alteredAt: instant('altered_at'),
    /** Machine time: a process was last at work on it. */
    fedAt: instant('fed_at'),
    /** Its author's card does not show the last of it yet; `cardAt`, machine time: when it was drawn. */
    isCardOld: boolean('is_card_old').notNull().default(false),
    cardAt: instant('card_at'),
    /** Of the draft: what is asked although it is answered, whether it is laid aside, and how often it has changed. */
    changing: text(),
    isPaused: boolean('is_paused').notNull().default(false),
    draftRevision: integer('draft_revision').notNull().default(0),
    /** What the draft has been told so far that is nobody else's business: the steps that were answered. */
    draft: jsonb().$type<Record<string, unknown>>().notNull().default({}),
  },
  (b) => [
    index('broadcasts_author').on(b.authorId, b.updatedAt),
    index('broadcasts_activity').on(b.activityId, b.startedAt),
    index('broadcasts_due')
      .on(b.startsAt)
      .where(sql`${b.state} in ('scheduled', 'arming')`),
    index('broadcasts_card_old')
      .on(b.id)
      .where(sql`${b.isCardOld}`),
    index('broadcasts_sending')
      .on(b.id)
      .where(sql`${b.state} = 'sending'`),
    check(
      'broadcasts_state_known',
      sql`${b.state} in ('draft', 'scheduled', 'arming', 'sending', 'finished', 'stopped', 'expired', 'undone')`,
    ),
    check('broadcasts_priority_known', sql`${b.priority} in ('normal', 'important', 'urgent')`),
    check(
      'broadcasts_urgent_has_reason',
      sql`${b.priority} <> 'urgent' or ${b.state} = 'draft' or ${b.reason} is not null`,
    ),
  ],
)

/** One row for each person a broadcast is for, decided when it starts. The row stays as the record of what was said. */
export const broadcastRecipients = pgTable(
  'broadcast_recipients',
  {
    id: id(),
    broadcastId: reference('broadcast_id')
      .notNull()
      .references(() => broadcasts.id),
    personId: reference('person_id')
      .notNull()
      .references(() => persons.id),
    language: text(),
    chatId: reference('chat_id'),
    state: text().notNull(),
    because: text(),
    notBefore: instant('not_before'),
    messageId: integer('message_id'),
    /** The words stand under a picture or a file. */
    isCaption: boolean('is_caption').notNull().default(false),
    mediaIds: bigint('media_ids', { mode: 'number' })
      .array()
      .notNull()
      .default(sql`'{}'`),
    sentAt: instant('sent_at'),
    seenAt: instant('seen_at'),
    answer: smallint(),
    answeredAt: instant('answered_at'),
    repliedAt: instant('replied_at'),
    askedAgain: smallint('asked_again').notNull().default(0),
    /** When they are asked again unless they have said a word. */
    askAgainAt: instant('ask_again_at'),
    /** When a coordinator asked them by hand last. */
    askedAt: instant('asked_at'),
    revision: integer().notNull().default(0),
    recalledAt: instant('recalled_at'),
    /** They were not there yet when it was sent to the others. */
    isLate: boolean('is_late').notNull().default(false),
    /** They do not take part any more. */
    goneAt: instant('gone_at'),
  },
  (r) => [
    uniqueIndex('broadcast_recipients_once').on(r.broadcastId, r.personId),
    index('broadcast_recipients_state').on(r.broadcastId, r.state, r.id),
    index('broadcast_recipients_quiet')
      .on(r.notBefore)
      .where(sql`${r.state} = 'quiet'`),
    index('broadcast_recipients_ask_again')
      .on(r.askAgainAt)
      .where(sql`${r.askAgainAt} is not null`),
    index('broadcast_recipients_message').on(r.chatId, r.messageId),
    index('broadcast_recipients_person').on(r.personId),
    check(
      'broadcast_recipients_state_known',
      sql`${r.state} in ('waiting', 'quiet', 'sending', 'sent', 'in_doubt', 'blocked', 'never_started', 'failed', 'late', 'stopped', 'opted_out')`,
    ),
  ],
)

/** Who does not want messages that are not about a trip of theirs. */
export const broadcastOptOuts = pgTable('broadcast_opt_outs', {
  personId: reference('person_id')
    .primaryKey()
    .references(() => persons.id),
  at: instant().notNull(),
})
