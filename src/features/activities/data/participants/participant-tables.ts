import { sql } from 'drizzle-orm'
import { check, integer, pgTable, text } from 'drizzle-orm/pg-core'
import { instant, reference } from '../../../../platform/columns.ts'
import { applications } from '../tables.ts'

/** What the list of participants says of whoever has applied; goes with the application. */
export const participantDetails = pgTable(
  'participant_details',
  {
    applicationId: reference('application_id')
      .primaryKey()
      .references(() => applications.id, { onDelete: 'cascade' }),
    role: text(),
    side: text(),
    bus: text(),
    hotel: text(),
    room: text(),
    roommate: text(),
    interpreter: text(),
    groups: text()
      .array()
      .notNull()
      .default(sql`'{}'`),
    flightOut: text('flight_out'),
    flightBack: text('flight_back'),
    /** Grows whenever they fly otherwise than before: their calendar's items are others then. */
    flightRevision: integer('flight_revision').notNull().default(0),
    updatedAt: instant('updated_at').notNull(),
  },
  (d) => [check('participant_details_side_known', sql`${d.side} in ('guest', 'host')`)],
)
