import { sql } from 'drizzle-orm'
import { check, index, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { instant, reference } from '../../../../platform/columns.ts'
import { persons } from '../../../people/data/tables.ts'
import { inSql } from '../../domain/life-cycle.ts'
import { stagedOutcomes, type AnnouncedOne } from '../../domain/staging.ts'
import { activities, applications } from '../tables.ts'

/** A decision that coordinators see and nobody else yet; goes when it is announced or taken back. */
export const stagedDecisions = pgTable(
  'staged_decisions',
  {
    applicationId: reference('application_id')
      .primaryKey()
      .references(() => applications.id, { onDelete: 'cascade' }),
    outcome: text().notNull(),
    /** Of a rejection: why, as it is kept with decisions. */
    reason: text(),
    byPersonId: reference('by_person_id')
      .notNull()
      .references(() => persons.id),
    at: instant().notNull(),
  },
  () => [check('staged_decisions_outcome_known', sql.raw(`"outcome" in (${inSql(stagedOutcomes)})`))],
)

/** Decisions that are to be announced, or are being: by whom, and what has become of them so far; goes when all are. */
export const announcements = pgTable('announcements', {
  activityId: reference('activity_id')
    .primaryKey()
    .references(() => activities.id, { onDelete: 'cascade' }),
  byPersonId: reference('by_person_id')
    .notNull()
    .references(() => persons.id),
  results: jsonb().$type<AnnouncedOne[]>().notNull(),
})

/** Applications that a coordinator has ticked, to decide about several at once; goes with the decision, at the latest after a day. */
export const markedApplications = pgTable(
  'marked_applications',
  {
    personId: reference('person_id')
      .notNull()
      .references(() => persons.id),
    applicationId: reference('application_id')
      .notNull()
      .references(() => applications.id, { onDelete: 'cascade' }),
    markedAt: instant('marked_at').notNull(),
  },
  (m) => [
    primaryKey({ columns: [m.personId, m.applicationId] }),
    index('marked_applications_application').on(m.applicationId),
  ],
)
