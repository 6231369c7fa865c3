import { sql } from 'drizzle-orm'
import { index, jsonb, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { id, instant, reference } from '../../../../platform/columns.ts'
import { activities, applications } from '../../../activities/data/tables.ts'
import { persons } from '../../../people/data/tables.ts'
import { itineraryItems } from '../programme/item-tables.ts'

/**
 * A change of an item that somebody has not been told yet. Changes that follow within minutes are gathered: `before` stays
 * what they were told last. The row goes when it has been told, or when there is nothing left to tell.
 */
export const pendingChanges = pgTable(
  'pending_changes',
  {
    id: id(),
    activityId: reference('activity_id')
      .notNull()
      .references(() => activities.id),
    personId: reference('person_id')
      .notNull()
      .references(() => persons.id),
    /** Null: they work there and have no seat. */
    applicationId: reference('application_id').references(() => applications.id),
    itemId: reference('item_id')
      .notNull()
      .references(() => itineraryItems.id),
    /** The item's facts as JSON, instants as text; null: it was not theirs before. */
    before: jsonb().$type<unknown>(),
    since: instant().notNull(),
    dueAt: instant('due_at').notNull(),
  },
  (c) => [
    uniqueIndex('pending_changes_once').on(c.applicationId, c.itemId),
    uniqueIndex('pending_changes_staff_once')
      .on(c.personId, c.itemId)
      .where(sql`${c.applicationId} is null`),
    index('pending_changes_due').on(c.dueAt),
    index('pending_changes_person').on(c.personId),
    index('pending_changes_item').on(c.itemId),
  ],
)

/**
 * Who takes part as far as the programme knows, with the groups they were in: whoever comes is told what there is, whoever
 * leaves nothing any more, and whose groups change what is different for them. The row goes with the seat.
 */
export const knownTravellers = pgTable(
  'known_travellers',
  {
    applicationId: reference('application_id')
      .primaryKey()
      .references(() => applications.id),
    activityId: reference('activity_id')
      .notNull()
      .references(() => activities.id),
    personId: reference('person_id')
      .notNull()
      .references(() => persons.id),
    groups: text().array().notNull(),
    bus: text(),
  },
  (k) => [
    index('known_travellers_activity').on(k.activityId),
    index('known_travellers_person').on(k.personId),
  ],
)

/**
 * Activities whose change cards are to be shown anew: many say within seconds that they have seen a change, and each card is
 * changed once for all of them. Goes when they have been shown, seconds later.
 */
export const changeCards = pgTable(
  'change_cards',
  {
    activityId: reference('activity_id')
      .primaryKey()
      .references(() => activities.id),
    showAt: instant('show_at').notNull(),
  },
  (c) => [index('change_cards_show').on(c.showAt)],
)

/**
 * Coordinators who follow how the changes of a programme are taken: whoever has published one, and whoever has asked to
 * see. Goes a day after they last did.
 */
export const changeWatchers = pgTable(
  'change_watchers',
  {
    activityId: reference('activity_id')
      .notNull()
      .references(() => activities.id),
    personId: reference('person_id')
      .notNull()
      .references(() => persons.id),
    since: instant().notNull(),
  },
  (w) => [
    primaryKey({ columns: [w.activityId, w.personId] }),
    index('change_watchers_person').on(w.personId),
    index('change_watchers_since').on(w.since),
  ],
)
