import { sql } from 'drizzle-orm'
import { index, integer, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { instant, reference } from '../../../../platform/columns.ts'
import { persons } from '../../../people/data/tables.ts'
import { itineraryItems } from '../programme/item-tables.ts'

/**
 * The list of who is there, of an item that has one: of each departure shortly before it leaves, of anything else when a
 * coordinator opens it. The marks say for which hour of departure something has been done. Goes 90 days after it was made;
 * who was there stays.
 */
export const rollCalls = pgTable(
  'roll_calls',
  {
    itemId: reference('item_id')
      .primaryKey()
      .references(() => itineraryItems.id),
    /** What the code on the wall says. It only opens within the hours of the item, for the people it is for. */
    token: text().notNull(),
    askedFor: instant('asked_for'),
    urgedFor: instant('urged_for'),
    closedFor: instant('closed_for'),
    /** When somebody has asked the missing once more. */
    askedAgainAt: instant('asked_again_at'),
    /** When those who look after it are shown what has changed. */
    showAt: instant('show_at'),
    createdAt: instant('created_at').notNull(),
  },
  (r) => [
    uniqueIndex('roll_calls_token').on(r.token),
    index('roll_calls_show')
      .on(r.showAt)
      .where(sql`${r.showAt} is not null`),
  ],
)

/** The card of a list in somebody's chat, and what of it they are looking at. Goes with the list. */
export const rollCallCards = pgTable(
  'roll_call_cards',
  {
    itemId: reference('item_id')
      .notNull()
      .references(() => rollCalls.itemId, { onDelete: 'cascade' }),
    personId: reference('person_id')
      .notNull()
      .references(() => persons.id),
    /** The bus whose people are shown one by one (empty: those without one); null: all buses at a glance. */
    bus: text(),
    first: integer().notNull().default(0),
  },
  (c) => [primaryKey({ columns: [c.itemId, c.personId] }), index('roll_call_cards_person').on(c.personId)],
)
