import { sql } from 'drizzle-orm'
import { date, index, pgTable, text } from 'drizzle-orm/pg-core'
import { instant, reference } from '../../../../platform/columns.ts'
import { activities, applications } from '../../../activities/data/tables.ts'
import { persons } from '../../../people/data/tables.ts'

/**
 * The pinned card of the day of each traveller: which day it shows, what it says (its hash, so that nothing is changed
 * that says the same), and when to look at it again. Goes when the trip is over or they are no longer on it.
 */
export const dayCards = pgTable(
  'day_cards',
  {
    applicationId: reference('application_id')
      .primaryKey()
      .references(() => applications.id),
    activityId: reference('activity_id')
      .notNull()
      .references(() => activities.id),
    personId: reference('person_id')
      .notNull()
      .references(() => persons.id),
    /** Null: none stands in the chat. */
    day: date(),
    textHash: text('text_hash'),
    /** Null: nothing is to come. */
    dueAt: instant('due_at'),
  },
  (c) => [
    index('day_cards_due')
      .on(c.dueAt)
      .where(sql`${c.dueAt} is not null`),
    index('day_cards_activity').on(c.activityId),
    index('day_cards_person').on(c.personId),
  ],
)
