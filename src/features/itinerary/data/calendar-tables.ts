import { pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { instant, reference } from '../../../platform/columns.ts'
import { persons } from '../../people/data/tables.ts'

/** The private address of somebody's calendar. Only the token's hash is kept; a new one ends the former. Goes with the person. */
export const calendarLinks = pgTable(
  'calendar_links',
  {
    personId: reference('person_id')
      .primaryKey()
      .references(() => persons.id),
    tokenHash: text('token_hash').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (c) => [uniqueIndex('calendar_links_token').on(c.tokenHash)],
)
