import { index, pgTable, text } from 'drizzle-orm/pg-core'
import { id, instant, reference } from '../../../../platform/columns.ts'
import { persons } from '../../../people/data/tables.ts'
import { activities } from '../tables.ts'

/** What a coordinator has noted of somebody in an activity, sealed; for coordinators. Goes 180 days after the activity. */
export const personNotes = pgTable(
  'person_notes',
  {
    id: id(),
    activityId: reference('activity_id')
      .notNull()
      .references(() => activities.id, { onDelete: 'cascade' }),
    personId: reference('person_id')
      .notNull()
      .references(() => persons.id, { onDelete: 'cascade' }),
    authorId: reference('author_id').notNull(),
    words: text().notNull(),
    at: instant().notNull(),
  },
  (n) => [
    index('person_notes_person').on(n.personId, n.activityId),
    index('person_notes_activity').on(n.activityId),
  ],
)
