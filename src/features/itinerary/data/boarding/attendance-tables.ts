import { sql } from 'drizzle-orm'
import { check, index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { instant, reference } from '../../../../platform/columns.ts'
import { applications } from '../../../activities/data/tables.ts'
import { itineraryItems } from '../programme/item-tables.ts'

/** Who was on board or present, since when, and how that became known. Part of the record of the activity. */
export const attendances = pgTable(
  'attendances',
  {
    itemId: reference('item_id')
      .notNull()
      .references(() => itineraryItems.id),
    applicationId: reference('application_id')
      .notNull()
      .references(() => applications.id),
    at: instant().notNull(),
    way: text().notNull(),
    /** Who ticked it; the person themselves, or a coordinator or bus leader. */
    byPersonId: reference('by_person_id').notNull(),
  },
  (a) => [
    primaryKey({ columns: [a.itemId, a.applicationId] }),
    index('attendances_application').on(a.applicationId),
    check('attendances_way_known', sql`${a.way} in ('self', 'code', 'list', 'leader')`),
  ],
)
