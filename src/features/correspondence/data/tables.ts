import { sql } from 'drizzle-orm'
import { bigint, boolean, check, index, pgTable, text, unique, uniqueIndex } from 'drizzle-orm/pg-core'
import { id, instant, reference } from '../../../platform/columns.ts'
import { activities } from '../../activities/data/tables.ts'
import { persons } from '../../people/data/tables.ts'

/**
 * What somebody and the coordinators of an activity write to each other: one thread for each of them, and one of nothing in
 * particular. `waitingSince`: their first letter that nobody has answered. Goes half a year after it was touched last.
 */
export const threads = pgTable(
  'threads',
  {
    id: id(),
    personId: reference('person_id')
      .notNull()
      .references(() => persons.id),
    activityId: reference('activity_id').references(() => activities.id),
    waitingSince: instant('waiting_since'),
    /** Which coordinator has said that they answer it. */
    takenBy: reference('taken_by'),
    takenAt: instant('taken_at'),
    /** When the next coordinator is asked, unless it is answered. */
    escalateAt: instant('escalate_at'),
    /** When the person was last told in words that it was passed on; later ones only get a mark. */
    toldAt: instant('told_at'),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [
    unique('threads_one_each').on(t.personId, t.activityId).nullsNotDistinct(),
    index('threads_waiting')
      .on(t.waitingSince, t.id)
      .where(sql`${t.waitingSince} is not null`),
    index('threads_escalate')
      .on(t.escalateAt)
      .where(sql`${t.escalateAt} is not null`),
    index('threads_updated').on(t.updatedAt),
  ],
)

/**
 * A letter of a thread. `in`: from the person; it may wait until they have said which trip it is about, or that it shows no
 * identity document. `out`: a coordinator's. Its words are sealed. Goes with its thread, one that was never passed on after two days.
 */
export const letters = pgTable(
  'letters',
  {
    id: id(),
    /** Whose correspondence it is. */
    personId: reference('person_id')
      .notNull()
      .references(() => persons.id),
    threadId: reference('thread_id').references(() => threads.id, { onDelete: 'cascade' }),
    direction: text().notNull(),
    /** The coordinator who has written it; null of `in`, and once they are erased. */
    authorId: reference('author_id'),
    state: text().notNull(),
    /** `text`, `photo`, `voice` …: what Telegram calls it. */
    kind: text().notNull(),
    /** What the letters of one album have in common. */
    album: text(),
    /** Sealed JSON (`LetterWords`). */
    words: text(),
    at: instant().notNull(),
    editedAt: instant('edited_at'),
    /** Of `in`: who has answered it or laid it by, and when. */
    settledBy: reference('settled_by'),
    settledAt: instant('settled_at'),
    isAnswered: boolean('is_answered').notNull().default(false),
  },
  (l) => [
    index('letters_thread').on(l.threadId, l.id),
    index('letters_person').on(l.personId),
    index('letters_author').on(l.authorId),
    index('letters_album')
      .on(l.album)
      .where(sql`${l.album} is not null`),
    index('letters_held')
      .on(l.at)
      .where(sql`${l.state} in ('asking', 'choosing', 'known')`),
    index('letters_gathering')
      .on(l.at)
      .where(sql`${l.state} = 'gathering'`),
    check('letters_direction_known', sql`${l.direction} in ('in', 'out')`),
    check(
      'letters_state_known',
      sql`${l.state} in ('asking', 'choosing', 'known', 'passed', 'gathering', 'sending', 'sent', 'in_doubt', 'unreachable', 'refused')`,
    ),
  ],
)

/** Where a letter stands: as it was written (`source`), and what was made of it in other chats. Goes with its letter. */
export const letterMessages = pgTable(
  'letter_messages',
  {
    id: id(),
    letterId: reference('letter_id')
      .notNull()
      .references(() => letters.id, { onDelete: 'cascade' }),
    /** `source`, `card` (who writes, and the buttons), `words` (of an answer), `media`. */
    role: text().notNull(),
    /** Whose phone it is; null where it is a group. */
    personId: reference('person_id'),
    chatId: reference('chat_id').notNull(),
    messageId: bigint('message_id', { mode: 'number' }),
  },
  (m) => [
    index('letter_messages_letter').on(m.letterId),
    uniqueIndex('letter_messages_once')
      .on(m.chatId, m.messageId)
      .where(sql`${m.messageId} is not null`),
    index('letter_messages_person').on(m.personId),
    check('letter_messages_role_known', sql`${m.role} in ('source', 'card', 'words', 'media')`),
  ],
)

/** Which coordinator has tapped *Answer* and has not written yet; goes with the answer, at the latest after two hours. */
export const answersBegun = pgTable('answers_begun', {
  personId: reference('person_id')
    .primaryKey()
    .references(() => persons.id),
  threadId: reference('thread_id')
    .notNull()
    .references(() => threads.id, { onDelete: 'cascade' }),
  askedAt: instant('asked_at').notNull(),
})

/**
 * A group with topics, in which the coordinators of an activity read and answer. `asked`: its owner has not said yet for which;
 * `gone`: the bot may not write there any more, so letters go to private chats again.
 */
export const forumGroups = pgTable(
  'forum_groups',
  {
    id: id(),
    chatId: reference('chat_id').notNull().unique(),
    title: text().notNull(),
    state: text().notNull(),
    activityId: reference('activity_id').references(() => activities.id),
    /** The owner who has brought the bot there. */
    ownerId: reference('owner_id').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (g) => [
    uniqueIndex('forum_groups_one_each')
      .on(g.activityId)
      .where(sql`${g.state} = 'bound'`),
    check('forum_groups_state_known', sql`${g.state} in ('asked', 'bound', 'gone')`),
  ],
)

/** The topic of a thread in a forum group; goes with either. */
export const forumTopics = pgTable(
  'forum_topics',
  {
    threadId: reference('thread_id')
      .primaryKey()
      .references(() => threads.id, { onDelete: 'cascade' }),
    chatId: reference('chat_id').notNull(),
    topicId: bigint('topic_id', { mode: 'number' }).notNull(),
    name: text().notNull(),
    /** Since when it is closed: the application has ended, or the activity. */
    closedAt: instant('closed_at'),
    /** Since when it is made anew, because somebody has deleted it; null once a letter has arrived there. */
    remadeAt: instant('remade_at'),
  },
  (t) => [uniqueIndex('forum_topics_once').on(t.chatId, t.topicId)],
)
