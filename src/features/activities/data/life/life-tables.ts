import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, jsonb, pgTable, text, unique } from 'drizzle-orm/pg-core'
import { id, instant, plainDate, reference } from '../../../../platform/columns.ts'
import { persons } from '../../../people/data/tables.ts'
import { inSql } from '../../domain/life-cycle.ts'
import { momentKinds } from '../../domain/moments.ts'
import type { FormBefore } from '../../domain/sent-back.ts'
import { activities, applications } from '../tables.ts'

/** What falls due in the life of an application, or of an activity; goes when it is done, or with the state it belongs to. */
export const lifeMoments = pgTable(
  'life_moments',
  {
    id: id(),
    activityId: reference('activity_id')
      .notNull()
      .references(() => activities.id, { onDelete: 'cascade' }),
    /** Null: it concerns the activity as a whole. */
    applicationId: reference('application_id').references(() => applications.id, { onDelete: 'cascade' }),
    kind: text().notNull(),
    dueAt: instant('due_at').notNull(),
  },
  (m) => [
    unique('life_moments_one_of_a_kind').on(m.activityId, m.applicationId, m.kind).nullsNotDistinct(),
    index('life_moments_application').on(m.applicationId),
    index('life_moments_due').on(m.dueAt),
    check('life_moments_kind_known', sql.raw(`"kind" in (${inSql(momentKinds)})`)),
  ],
)

/** Questions of an application that are open again; once they are answered what was said before, until it is decided. */
export const sentBack = pgTable('sent_back', {
  applicationId: reference('application_id')
    .primaryKey()
    .references(() => applications.id, { onDelete: 'cascade' }),
  asked: text().array().notNull(),
  answered: text()
    .array()
    .notNull()
    .default(sql`'{}'`),
  before: jsonb().$type<Record<string, unknown>>().notNull(),
  formBefore: jsonb('form_before').$type<FormBefore>().notNull(),
  answers: jsonb().$type<Record<string, unknown>>().notNull(),
  dueAt: instant('due_at').notNull(),
  sentence: text(),
  isPaused: boolean('is_paused').notNull().default(true),
  /** Grows with every answer; old buttons carry an old one. */
  revision: integer().notNull().default(0),
  returnedAt: instant('returned_at'),
  updatedAt: instant('updated_at').notNull(),
})

/** What a coordinator is about to send back; goes when it is sent, at the latest after a day. */
export const sendingBack = pgTable('sending_back', {
  personId: reference('person_id')
    .primaryKey()
    .references(() => persons.id),
  applicationId: reference('application_id')
    .notNull()
    .references(() => applications.id, { onDelete: 'cascade' }),
  asked: text()
    .array()
    .notNull()
    .default(sql`'{}'`),
  dueOn: plainDate('due_on'),
  sentence: text(),
  askedAt: instant('asked_at').notNull(),
})
