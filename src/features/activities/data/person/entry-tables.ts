import { index, pgTable, text } from 'drizzle-orm/pg-core'
import { instant, reference } from '../../../../platform/columns.ts'
import { firms, persons } from '../../../people/data/tables.ts'
import { activities } from '../tables.ts'

/** Somebody without Telegram whom a coordinator is entering; goes when it is done or dropped, at the latest after 14 days. */
export const handEntries = pgTable(
  'hand_entries',
  {
    /** Who enters them: one at a time. */
    personId: reference('person_id')
      .primaryKey()
      .references(() => persons.id),
    activityId: reference('activity_id')
      .notNull()
      .references(() => activities.id, { onDelete: 'cascade' }),
    givenNames: text('given_names'),
    surname: text(),
    /** What was typed to find the firm. */
    firmTyped: text('firm_typed'),
    /** Of the firm that was chosen, or of a new one; empty: of no firm. */
    firmName: text('firm_name'),
    firmId: reference('firm_id').references(() => firms.id),
    /** E.164. */
    phone: text(),
    language: text(),
    updatedAt: instant('updated_at').notNull(),
  },
  (e) => [index('hand_entries_updated').on(e.updatedAt)],
)
