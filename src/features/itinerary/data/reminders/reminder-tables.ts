import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, jsonb, pgTable, text, time, uniqueIndex } from 'drizzle-orm/pg-core'
import { id, instant, reference } from '../../../../platform/columns.ts'
import { activities, applications } from '../../../activities/data/tables.ts'
import { persons } from '../../../people/data/tables.ts'
import type { PlanRules } from '../../domain/rules/plan-rules.ts'
import { itineraryDeliveries } from '../changes/delivery-tables.ts'
import { itineraryItems } from '../programme/item-tables.ts'

/**
 * Each reminder that somebody is to get, or got. `slot` says which one it is (`item:12:30:29772690`: item, minutes before,
 * and the minute it begins; `overview:2026-12-10`). Planned ones go when their reason goes, `held` ones were due while
 * the activity was paused; ended ones go 90 days later.
 */
export const reminderFires = pgTable(
  'reminder_fires',
  {
    id: id(),
    activityId: reference('activity_id')
      .notNull()
      .references(() => activities.id),
    personId: reference('person_id')
      .notNull()
      .references(() => persons.id),
    /** Null for what coordinators are reminded of. */
    applicationId: reference('application_id').references(() => applications.id),
    // No index: items are never deleted, and the first programme of thousands of people writes a hundred thousand rows.
    itemId: reference('item_id').references(() => itineraryItems.id),
    slot: text().notNull(),
    kind: text().notNull(),
    dueAt: instant('due_at').notNull(),
    /** From here on it would only confuse. */
    uselessAt: instant('useless_at').notNull(),
    state: text().notNull().default('planned'),
    deliveryId: reference('delivery_id').references(() => itineraryDeliveries.id),
    endedAt: instant('ended_at'),
  },
  (f) => [
    uniqueIndex('reminder_fires_slot').on(f.activityId, f.personId, f.slot),
    index('reminder_fires_due')
      .on(f.dueAt)
      .where(sql`${f.state} = 'planned'`),
    index('reminder_fires_persons_due')
      .on(f.personId, f.dueAt)
      .where(sql`${f.state} = 'planned'`),
    index('reminder_fires_activity').on(f.activityId, f.dueAt),
    index('reminder_fires_delivery')
      .on(f.deliveryId)
      .where(sql`${f.deliveryId} is not null`),
    index('reminder_fires_application').on(f.applicationId),
    check('reminder_fires_useful_for_a_while', sql`${f.uselessAt} > ${f.dueAt}`),
    check(
      'reminder_fires_state_known',
      sql`${f.state} in ('planned', 'held', 'said', 'expired', 'unneeded', 'unreachable')`,
    ),
  ],
)

/** How an activity reminds its people, where a coordinator has changed it. Goes with the activity. */
export const reminderRules = pgTable('reminder_rules', {
  activityId: reference('activity_id')
    .primaryKey()
    .references(() => activities.id),
  /** The rules that are not as the house has them, by name. */
  changed: jsonb().$type<Partial<PlanRules>>().notNull().default({}),
  // Nobody writes these three; a process of the former release still reads them.
  minutesBefore: integer('minutes_before'),
  overviewAt: time('overview_at'),
  hasOverview: boolean('has_overview').notNull().default(true),
  /** Since when nothing goes out. */
  pausedAt: instant('paused_at'),
  updatedAt: instant('updated_at').notNull(),
})

/** A rehearsal: the reminders of an activity, played in minutes into a coordinator's own chat. Goes when it has ended. */
export const rehearsals = pgTable(
  'rehearsals',
  {
    personId: reference('person_id')
      .primaryKey()
      .references(() => persons.id),
    activityId: reference('activity_id')
      .notNull()
      .references(() => activities.id),
    language: text().notNull(),
    /** How many have been played. */
    played: integer().notNull().default(0),
    nextAt: instant('next_at').notNull(),
  },
  (r) => [index('rehearsals_next').on(r.nextAt), index('rehearsals_activity').on(r.activityId)],
)

/** How somebody wishes to be reminded, on every trip. Goes with the person. */
export const reminderWishes = pgTable('reminder_wishes', {
  personId: reference('person_id')
    .primaryKey()
    .references(() => persons.id),
  /** Minutes before an item, in place of the plan's; null: as planned. */
  minutesBefore: integer('minutes_before'),
  /** Local hour of the overview of tomorrow; null: as planned. */
  overviewAt: time('overview_at'),
  wantsOverview: boolean('wants_overview').notNull().default(true),
  /** Without a sound, but for what leaves. */
  isMuted: boolean('is_muted').notNull().default(false),
  updatedAt: instant('updated_at').notNull(),
})
