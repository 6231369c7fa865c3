import { sql } from 'drizzle-orm'
import { index, integer, pgTable, primaryKey } from 'drizzle-orm/pg-core'
import { instant, reference } from '../../../../platform/columns.ts'
import { persons } from '../../../people/data/tables.ts'
import { activities } from '../tables.ts'

/** When those who are invited to an activity and have not applied are told that it closes; a moment goes when it has come. */
export const closingMoments = pgTable(
  'closing_moments',
  {
    activityId: reference('activity_id')
      .notNull()
      .references(() => activities.id, { onDelete: 'cascade' }),
    dueAt: instant('due_at').notNull(),
    uselessAt: instant('useless_at').notNull(),
  },
  (m) => [primaryKey({ columns: [m.activityId, m.dueAt] }), index('closing_moments_due').on(m.dueAt)],
)

/** Somebody who is told that an activity closes to which they are invited. Goes a year after it was touched last. */
export const closingReminders = pgTable(
  'closing_reminders',
  {
    activityId: reference('activity_id')
      .notNull()
      .references(() => activities.id, { onDelete: 'cascade' }),
    personId: reference('person_id')
      .notNull()
      .references(() => persons.id, { onDelete: 'cascade' }),
    /** How often they have been told. */
    told: integer().notNull().default(0),
    /** When they are told next; null: not as things stand. */
    dueAt: instant('due_at'),
    uselessAt: instant('useless_at').notNull(),
    /** When they said that they do not come. */
    declinedAt: instant('declined_at'),
    touchedAt: instant('touched_at').notNull(),
  },
  (r) => [
    primaryKey({ columns: [r.activityId, r.personId] }),
    index('closing_reminders_due')
      .on(r.dueAt)
      .where(sql`${r.dueAt} is not null`),
    index('closing_reminders_person').on(r.personId),
  ],
)
