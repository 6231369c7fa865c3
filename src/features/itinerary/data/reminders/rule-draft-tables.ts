import { boolean, index, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core'
import { id, instant, reference } from '../../../../platform/columns.ts'
import { activities } from '../../../activities/data/tables.ts'
import { persons } from '../../../people/data/tables.ts'
import type { Setting } from '../../domain/rules/plan-rules.ts'
import type { RuleAnswer } from '../../domain/rules/rule-draft.ts'

/** A change of a reminder rule that a coordinator is making, one at a time; goes when applied or discarded. */
export const ruleDrafts = pgTable(
  'rule_drafts',
  {
    id: id(),
    personId: reference('person_id')
      .notNull()
      .unique()
      .references(() => persons.id),
    activityId: reference('activity_id')
      .notNull()
      .references(() => activities.id),
    rule: text().notNull(),
    /** Null while the question is open. */
    answer: jsonb().$type<RuleAnswer>(),
    /** The setting that the preview has compared with. */
    seen: jsonb().$type<Setting>(),
    isPaused: boolean('is_paused').notNull().default(false),
    /** Grows with every change of the draft; old buttons carry an old one. */
    revision: integer().notNull().default(0),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (d) => [index('rule_drafts_activity').on(d.activityId), index('rule_drafts_updated').on(d.updatedAt)],
)
