import { pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { instant, reference } from '../../../../platform/columns.ts'
import { activities } from '../../../activities/data/tables.ts'

/** The code on the wall that counts for whatever of an activity is going on. Kept as long as the activity. */
export const checkInCodes = pgTable(
  'check_in_codes',
  {
    activityId: reference('activity_id')
      .primaryKey()
      .references(() => activities.id),
    token: text().notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (c) => [uniqueIndex('check_in_codes_token').on(c.token)],
)
