import { sql } from 'drizzle-orm'
import { check, index, pgTable, text, unique } from 'drizzle-orm/pg-core'
import { id, instant, reference } from '../../../platform/columns.ts'
import { inSql } from '../domain/life-cycle.ts'
import { momentKinds } from '../domain/moments.ts'
import { activities, applications } from './tables.ts'

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
