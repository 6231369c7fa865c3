import { date, index, integer, pgTable, uniqueIndex } from 'drizzle-orm/pg-core'
import { id, instant, reference } from '../../../../platform/columns.ts'
import { activities } from '../../../activities/data/tables.ts'
import { persons } from '../../../people/data/tables.ts'
import { itineraryDeliveries } from '../changes/delivery-tables.ts'

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
    /** The delivery that carries it, with its fate. */
    deliveryId: reference('delivery_id').references(() => itineraryDeliveries.id),
    /** How often it has been sent. */
    attempts: integer().notNull().default(0),
    /** Since when whoever was to get it knows that it has not arrived. */
    failureToldAt: instant('failure_told_at'),
  },
  (d) => [
    uniqueIndex('day_files_once').on(d.activityId, d.day, d.personId),
    index('day_files_delivery').on(d.deliveryId),
  ],
)
