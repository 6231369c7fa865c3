import { date, pgTable, uniqueIndex } from 'drizzle-orm/pg-core'
import { id, instant, reference } from '../../../platform/columns.ts'
import { activities } from '../../activities/data/tables.ts'
import { persons } from '../../people/data/tables.ts'

/** The file of a day of an activity that goes to a coordinator on the evening before. Goes 90 days after it was ordered. */
export const dayFiles = pgTable(
  'day_files',
  {
    id: id(),
    activityId: reference('activity_id')
      .notNull()
      .references(() => activities.id),
    day: date({ mode: 'string' }).notNull(),
    personId: reference('person_id')
      .notNull()
      .references(() => persons.id),
    orderedAt: instant('ordered_at').notNull(),
    sentAt: instant('sent_at'),
  },
  (d) => [uniqueIndex('day_files_once').on(d.activityId, d.day, d.personId)],
)
