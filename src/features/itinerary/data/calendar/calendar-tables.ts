import { boolean, index, integer, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { instant, reference } from '../../../../platform/columns.ts'
import { persons } from '../../../people/data/tables.ts'
import { itineraryItems } from '../programme/item-tables.ts'

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

/** What somebody's calendar has been given last of an item, as far as it takes to call it off. Goes with the person. */
export const calendarEntries = pgTable(
  'calendar_entries',
  {
    personId: reference('person_id')
      .notNull()
      .references(() => persons.id),
    itemId: reference('item_id')
      .notNull()
      .references(() => itineraryItems.id),
    uid: text().notNull(),
    /** Grows whenever something else is given. */
    sequence: integer().notNull(),
    /** A digest of what was given. */
    print: text().notNull(),
    title: text().notNull(),
    startsAt: instant('starts_at').notNull(),
    endsAt: instant('ends_at'),
    zone: text().notNull(),
    isCancelled: boolean('is_cancelled').notNull(),
    changedAt: instant('changed_at').notNull(),
  },
  (c) => [primaryKey({ columns: [c.personId, c.itemId] }), index('calendar_entries_item').on(c.itemId)],
)
