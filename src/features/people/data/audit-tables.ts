import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, text } from 'drizzle-orm/pg-core'
import { id, instant, reference } from '../../../platform/columns.ts'

/**
 * Who has seen, changed or exported what, and whom it concerns: numbers and names of things, never a value. Kept for three
 * years.
 */
export const audit = pgTable(
  'audit',
  {
    id: id(),
    byPersonId: reference('by_person_id').notNull(),
    act: text().notNull(),
    what: text().notNull(),
    activityId: reference('activity_id'),
    aboutPersonIds: reference('about_person_ids')
      .array()
      .notNull()
      .default(sql`'{}'`),
    /** How many rows an export had. */
    rows: integer(),
    language: text(),
    at: instant().notNull(),
  },
  (a) => [
    index('audit_at').on(a.at),
    index('audit_by').on(a.byPersonId, a.at),
    index('audit_about').using('gin', a.aboutPersonIds),
    check('audit_act_known', sql`${a.act} in ('saw', 'changed', 'exported')`),
  ],
)
