import { and, asc, eq, isNotNull, ne, or, sql } from 'drizzle-orm'
import type { Database } from '../../../../platform/database.ts'
import { activities } from '../../../activities/data/tables.ts'
import type { ItemKind, ItemStatus } from '../../domain/item.ts'
import { holds } from '../programme/item-holds.ts'
import { itineraryItems } from '../programme/item-tables.ts'
import { rulesWith } from '../../domain/rules/plan-rules.ts'
import { reminderRules } from '../reminders/reminder-tables.ts'
import { rollCalls } from './roll-call-tables.ts'

/** So many hours after it was to leave nothing is done for a departure any more. */
const hoursAfter = 3
/** More departures than leave anywhere at once; those after them come in their turn. */
const most = 200

/** Departures to come or just gone, the earliest first, and lists whose cards are to be shown anew. */
export function departuresAround({ db }: Pick<Database, 'db'>) {
  return async (now: Temporal.Instant) => {
    const since = now.subtract({ hours: hoursAfter }).toString()
    const rows = await db
      .select({ item: itineraryItems, marks: rollCalls, changed: reminderRules.changed })
      .from(itineraryItems)
      .innerJoin(activities, eq(activities.id, itineraryItems.activityId))
      .leftJoin(reminderRules, eq(reminderRules.activityId, itineraryItems.activityId))
      .leftJoin(rollCalls, eq(rollCalls.itemId, itineraryItems.id))
      .where(
        or(
          and(
            eq(itineraryItems.kind, 'travel'),
            ne(activities.state, 'cancelled'),
            sql`${itineraryItems.startsAt} > ${since}::timestamptz`,
            sql.raw(holds('itinerary_items')),
          ),
          isNotNull(rollCalls.showAt),
        ),
      )
      .orderBy(asc(itineraryItems.startsAt), asc(itineraryItems.id))
      .limit(most)
    return rows.map(({ item: { id, kind, status, startsAt, removedAt }, marks, changed }) => ({
      item: { id, kind: kind as ItemKind, status: status as ItemStatus, startsAt, removedAt },
      marks: marks ?? noMarks,
      rules: rulesWith(changed ?? {}),
    }))
  }
}

export const noMarks = { askedFor: null, urgedFor: null, closedFor: null, showAt: null }
