import { sql } from 'drizzle-orm'
import { bigint, boolean, check, index, integer, pgTable, text } from 'drizzle-orm/pg-core'
import { id, instant, reference } from '../../../../platform/columns.ts'
import { activities } from '../../../activities/data/tables.ts'
import { persons } from '../../../people/data/tables.ts'

/**
 * Each message that the programme has sent to somebody by itself: a reminder, a change, a roll-call. `waiting`: it is in
 * the outbox. Kept until 90 days after it was made.
 */
export const itineraryDeliveries = pgTable(
  'itinerary_deliveries',
  {
    id: id(),
    activityId: reference('activity_id')
      .notNull()
      .references(() => activities.id),
    personId: reference('person_id')
      .notNull()
      .references(() => persons.id),
    kind: text().notNull(),
    /** The items it speaks of. */
    itemIds: bigint('item_ids', { mode: 'number' }).array().notNull(),
    state: text().notNull(),
    chatId: reference('chat_id'),
    messageId: integer('message_id'),
    createdAt: instant('created_at').notNull(),
    /** When its fate became known. */
    endedAt: instant('ended_at'),
    /** Asks for the tap that says "I have read this". */
    needsSeen: boolean('needs_seen').notNull().default(false),
    seenAt: instant('seen_at'),
    /** When it rings once more unless it has been seen. */
    ringsAgainAt: instant('rings_again_at'),
  },
  (d) => [
    index('itinerary_deliveries_person').on(d.personId, d.createdAt),
    index('itinerary_deliveries_activity').on(d.activityId, d.createdAt),
    index('itinerary_deliveries_rings_again')
      .on(d.ringsAgainAt)
      .where(sql`${d.ringsAgainAt} is not null and ${d.seenAt} is null`),
    // Changes of the last day that ask to be seen: for the desk.
    index('itinerary_deliveries_changes')
      .on(d.createdAt)
      .where(sql`${d.kind} = 'change'`),
    index('itinerary_deliveries_waiting')
      .on(d.createdAt)
      .where(sql`${d.state} = 'waiting'`),
    check(
      'itinerary_deliveries_state_known',
      sql`${d.state} in ('waiting', 'sent', 'in_doubt', 'unreachable', 'refused')`,
    ),
    check(
      'itinerary_deliveries_kind_known',
      sql`${d.kind} in ('reminder', 'change', 'roll_call', 'away', 'list', 'day_file')`,
    ),
  ],
)
