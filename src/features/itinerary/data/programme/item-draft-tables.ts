import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  unique,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import { id, instant, reference } from '../../../../platform/columns.ts'
import { activities } from '../../../activities/data/tables.ts'
import { persons } from '../../../people/data/tables.ts'
import type { ItemAnswers } from '../../domain/drafts/item-draft.ts'
import { itineraryItems } from './item-tables.ts'

/** A change of a programme that a coordinator is making on her phone; goes when published or discarded. */
export const itemDrafts = pgTable(
  'item_drafts',
  {
    id: id(),
    personId: reference('person_id')
      .notNull()
      .references(() => persons.id),
    activityId: reference('activity_id')
      .notNull()
      .references(() => activities.id),
    /** What is being changed; null while it is new. */
    itemId: reference('item_id').references(() => itineraryItems.id),
    kind: text().notNull(),
    answers: jsonb().$type<ItemAnswers>().notNull().default({}),
    /** The step that is asked again. */
    changing: text(),
    /** Which versions of the items the preview has shown. */
    seen: text(),
    isPaused: boolean('is_paused').notNull().default(false),
    /** Grows with every change of the draft; old buttons carry an old one. */
    revision: integer().notNull().default(0),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (d) => [
    uniqueIndex('item_drafts_one_open_per_person')
      .on(d.personId)
      .where(sql`not ${d.isPaused}`),
    unique('item_drafts_once').on(d.personId, d.activityId, d.itemId, d.kind).nullsNotDistinct(),
    index('item_drafts_activity').on(d.activityId),
    index('item_drafts_item').on(d.itemId),
    index('item_drafts_updated').on(d.updatedAt),
    check('item_drafts_kind_known', sql`${d.kind} in ('add', 'edit', 'late')`),
  ],
)
