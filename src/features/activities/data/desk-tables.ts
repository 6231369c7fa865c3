import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  unique,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import { id, instant, reference } from '../../../platform/columns.ts'
import { persons } from '../../people/data/tables.ts'
import { activities, applications } from './tables.ts'

/** A reason for a rejection that a coordinator is asked to write; goes with the decision, at the latest after a day. */
export const rejectionNotes = pgTable('rejection_notes', {
  /** Who writes it: one at a time. */
  personId: reference('person_id')
    .primaryKey()
    .references(() => persons.id),
  applicationId: reference('application_id')
    .notNull()
    .references(() => applications.id, { onDelete: 'cascade' }),
  /** As it was typed; null until then. */
  text: text(),
  askedAt: instant('asked_at').notNull(),
})

/** How a coordinator wants to hear of new applications. */
export const coordinatorSettings = pgTable(
  'coordinator_settings',
  {
    personId: reference('person_id').primaryKey(),
    hears: text().notNull().default('at_once'),
    /** Applications of before this moment have been told in a digest. */
    digestedAt: instant('digested_at'),
  },
  (s) => [check('coordinator_settings_hears_known', sql`${s.hears} in ('at_once', 'digest')`)],
)

/** A workshop or training that somebody is planning in the chat, or an edit of one; goes when published or discarded. */
export const activityDrafts = pgTable(
  'activity_drafts',
  {
    id: id(),
    personId: reference('person_id')
      .notNull()
      .references(() => persons.id),
    /** What is being edited; null while it is new. */
    activityId: reference('activity_id').references(() => activities.id),
    /** What has been answered so far; of an edit, what is to be different. */
    answers: jsonb().$type<Record<string, unknown>>().notNull().default({}),
    /** The step that is asked again. */
    changing: text(),
    isPaused: boolean('is_paused').notNull().default(false),
    /** Grows with every change of the draft; old buttons carry an old one. */
    revision: integer().notNull().default(0),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (d) => [
    uniqueIndex('activity_drafts_one_open_per_person')
      .on(d.personId)
      .where(sql`not ${d.isPaused}`),
    unique('activity_drafts_one_per_activity').on(d.personId, d.activityId).nullsNotDistinct(),
    index('activity_drafts_updated').on(d.updatedAt),
  ],
)

/** What a coordinator has typed to find an application, so that the pages of the list can be turned; goes after a day. */
export const applicationSearches = pgTable(
  'application_searches',
  {
    id: id(),
    personId: reference('person_id')
      .notNull()
      .references(() => persons.id),
    words: text().notNull(),
    askedAt: instant('asked_at').notNull(),
  },
  (s) => [
    index('application_searches_person').on(s.personId),
    index('application_searches_asked').on(s.askedAt),
  ],
)
