import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { id, instant, reference } from '../../../../platform/columns.ts'
import type { LocalizedText } from '../../../../shared/localized-text.ts'
import { activities } from '../../../activities/data/tables.ts'
import type { Audience, MapPoint } from '../../domain/item.ts'

const localized = (name: string) => jsonb(name).$type<LocalizedText>().notNull().default({})

/** The programme of an activity, item by item. Kept as long as the activity. */
export const itineraryItems = pgTable(
  'itinerary_items',
  {
    id: id(),
    activityId: reference('activity_id')
      .notNull()
      .references(() => activities.id),
    key: text().notNull(),
    kind: text().notNull(),
    startsAt: instant('starts_at').notNull(),
    endsAt: instant('ends_at'),
    startZone: text('start_zone').notNull(),
    endZone: text('end_zone').notNull(),
    startCity: localized('start_city'),
    endCity: localized('end_city'),
    title: localized('title'),
    place: localized('place'),
    address: text(),
    map: jsonb().$type<MapPoint>(),
    audience: jsonb().$type<Audience>().notNull(),
    isMandatory: boolean('is_mandatory').notNull(),
    status: text().notNull(),
    transport: text(),
    terminal: text(),
    host: text(),
    contactName: text('contact_name'),
    contactPhone: text('contact_phone'),
    responsible: text(),
    interpreter: text(),
    dress: localized('dress'),
    bring: localized('bring'),
    notes: localized('notes'),
    onlineUrl: text('online_url'),
    remindMinutesBefore: integer('remind_minutes_before').array(),
    revision: integer().notNull().default(1),
    createdAt: instant('created_at').notNull(),
    changedAt: instant('changed_at').notNull(),
    cancelledAt: instant('cancelled_at'),
    /** What a cancelled one was before: planned or confirmed. */
    statusBefore: text('status_before'),
    removedAt: instant('removed_at'),
  },
  (i) => [
    uniqueIndex('itinerary_items_key').on(i.activityId, i.key),
    index('itinerary_items_starts').on(i.activityId, i.startsAt),
    check('itinerary_items_end_after_start', sql`${i.endsAt} >= ${i.startsAt}`),
    check(
      'itinerary_items_kind_known',
      sql`${i.kind} in ('travel', 'visit', 'b2b', 'meal', 'free', 'briefing', 'deadline')`,
    ),
    check('itinerary_items_status_known', sql`${i.status} in ('planned', 'confirmed', 'cancelled')`),
    check('itinerary_items_only_deadlines_are_open', sql`${i.endsAt} is not null or ${i.kind} = 'deadline'`),
  ],
)
