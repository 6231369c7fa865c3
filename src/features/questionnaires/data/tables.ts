import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import { id, instant, reference } from '../../../platform/columns.ts'
import { activities } from '../../activities/data/tables.ts'
import type { Form } from '../domain/form.ts'

/** A questionnaire under the id of its form, through all its versions. */
export const questionnaires = pgTable(
  'questionnaires',
  {
    id: id(),
    formId: text('form_id').notNull(),
    state: text().notNull().default('draft'),
    purpose: text().notNull(),
    scope: text().notNull().default('person'),
    isAnonymous: boolean('is_anonymous').notNull().default(false),
    opensAt: instant('opens_at'),
    closesAt: instant('closes_at'),
    /** Not read any more: which activities it belongs to is said by the activities (`questionnaire_activities`). */
    activityId: reference('activity_id').references(() => activities.id),
    /** What is begun from now on; null before anything is published. */
    versionId: reference('version_id'),
    /** It was no activity's when it was published first: whoever names it in a workbook later has no say over it. */
    isOfHouse: boolean('is_of_house').notNull().default(false),
    /** The last number given to a response. */
    lastNumber: integer('last_number').notNull().default(0),
    /** How many anonymous responses there were when they were shown last. */
    shownOf: integer('shown_of').notNull().default(0),
    /** The round that answers belong to from now on. */
    round: integer().notNull().default(1),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (q) => [
    uniqueIndex('questionnaires_form').on(q.formId),
    index('questionnaires_activity').on(q.activityId),
    check('questionnaires_state_known', sql`${q.state} in ('draft', 'published', 'closed', 'archived')`),
    check(
      'questionnaires_purpose_known',
      sql`${q.purpose} in ('application', 'logistics', 'needs_analysis', 'survey', 'free')`,
    ),
    check('questionnaires_scope_known', sql`${q.scope} in ('person', 'firm')`),
    check('questionnaires_close_after_open', sql`${q.closesAt} is null or ${q.closesAt} > ${q.opensAt}`),
  ],
)

/** A form as it was published; never changed, so that a draft can stay on it for weeks. */
export const questionnaireVersions = pgTable(
  'questionnaire_versions',
  {
    id: id(),
    questionnaireId: reference('questionnaire_id')
      .notNull()
      .references(() => questionnaires.id),
    version: text().notNull(),
    form: jsonb().$type<Form>().notNull(),
    publishedBy: reference('published_by'),
    publishedAt: instant('published_at').notNull(),
  },
  (v) => [uniqueIndex('questionnaire_versions_version').on(v.questionnaireId, v.version)],
)

/** A time in which a questionnaire is answered once more, from the second on. */
export const questionnaireRounds = pgTable(
  'questionnaire_rounds',
  {
    questionnaireId: reference('questionnaire_id')
      .notNull()
      .references(() => questionnaires.id),
    number: integer().notNull(),
    /** As the coordinator calls it; empty: by its day. */
    label: text().notNull(),
    startedAt: instant('started_at').notNull(),
    startedBy: reference('started_by'),
  },
  (r) => [primaryKey({ columns: [r.questionnaireId, r.number] })],
)
