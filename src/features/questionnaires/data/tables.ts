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
  uuid,
} from 'drizzle-orm/pg-core'
import { bytes, id, instant, reference } from '../../../platform/columns.ts'
import { activities } from '../../activities/data/tables.ts'
import { firms, persons } from '../../people/data/tables.ts'
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
    activityId: reference('activity_id').references(() => activities.id),
    /** What is begun from now on; null before anything is published. */
    versionId: reference('version_id'),
    /** The last number given to a response. */
    lastNumber: integer('last_number').notNull().default(0),
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

/** One filling in: a draft while it is answered, with what somebody is in the middle of; an edit of a submitted one, too. */
export const responses = pgTable(
  'responses',
  {
    id: id(),
    questionnaireId: reference('questionnaire_id')
      .notNull()
      .references(() => questionnaires.id),
    versionId: reference('version_id')
      .notNull()
      .references(() => questionnaireVersions.id),
    /** Whose it is; null once nobody can be told from it. */
    personId: reference('person_id').references(() => persons.id),
    firmId: reference('firm_id').references(() => firms.id),
    activityId: reference('activity_id').references(() => activities.id),
    state: text().notNull().default('draft'),
    isTest: boolean('is_test').notNull().default(false),
    /** The submitted one that this draft is going to replace. */
    editsId: reference('edits_id'),
    /** Makes random orders the same at each look. */
    seed: text().notNull(),
    /** The question that is asked again or half answered; null: the first that is open. */
    place: text(),
    /** What is ticked or ranked at `place` so far, and no answer yet. */
    pending: text(),
    isPaused: boolean('is_paused').notNull().default(false),
    /** Grows with every change of the draft; old buttons carry an old one. */
    revision: integer().notNull().default(0),
    /** Number within the questionnaire, given at submission. */
    number: integer(),
    /** What the form worked out, as it was at submission. */
    calculated: jsonb().$type<Record<string, string>>(),
    startedAt: instant('started_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
    submittedAt: instant('submitted_at'),
  },
  (r) => [
    uniqueIndex('responses_one_draft_per_person')
      .on(r.questionnaireId, r.personId, r.isTest)
      .where(sql`${r.state} = 'draft' and ${r.firmId} is null`),
    uniqueIndex('responses_one_draft_per_firm')
      .on(r.questionnaireId, r.firmId, r.isTest)
      .where(sql`${r.state} = 'draft' and ${r.firmId} is not null`),
    uniqueIndex('responses_number').on(r.questionnaireId, r.number),
    index('responses_person').on(r.personId),
    index('responses_firm').on(r.firmId),
    index('responses_questionnaire').on(r.questionnaireId, r.state),
    check('responses_state_known', sql`${r.state} in ('draft', 'submitted', 'withdrawn')`),
  ],
)

/** The answers of a response, by the path of the question in it; in the form in which expressions read them. */
export const answers = pgTable(
  'answers',
  {
    responseId: reference('response_id')
      .notNull()
      .references(() => responses.id, { onDelete: 'cascade' }),
    path: text().notNull(),
    value: text().notNull(),
    answeredAt: instant('answered_at').notNull(),
  },
  (a) => [primaryKey({ columns: [a.responseId, a.path] })],
)

/** A picture, a voice or a paper that is an answer: where Telegram keeps it, and once it has been fetched, itself. */
export const responseFiles = pgTable(
  'response_files',
  {
    id: id(),
    responseId: reference('response_id')
      .notNull()
      .references(() => responses.id, { onDelete: 'cascade' }),
    fileId: text('file_id').notNull(),
    kind: text().notNull(),
    name: text(),
    size: integer(),
    /** By what is in it, not by its name. */
    mediaType: text('media_type'),
    /** Sealed for `response_files.content.<id>`. */
    content: bytes(),
    receivedAt: instant('received_at').notNull(),
  },
  (f) => [index('response_files_response').on(f.responseId)],
)

/** What was said in an anonymous questionnaire: no person, no time, no order. Who has answered is in `responses`, without it. */
export const anonymousResponses = pgTable(
  'anonymous_responses',
  {
    id: uuid().primaryKey().defaultRandom(),
    versionId: reference('version_id')
      .notNull()
      .references(() => questionnaireVersions.id),
    answers: jsonb().$type<Record<string, string>>().notNull(),
    calculated: jsonb().$type<Record<string, string>>().notNull(),
  },
  (a) => [index('anonymous_responses_version').on(a.versionId)],
)

/** Somebody who was asked to answer a questionnaire. How far they have come is in `responses`. */
export const questionnaireRequests = pgTable(
  'questionnaire_requests',
  {
    id: id(),
    questionnaireId: reference('questionnaire_id')
      .notNull()
      .references(() => questionnaires.id),
    personId: reference('person_id')
      .notNull()
      .references(() => persons.id, { onDelete: 'cascade' }),
    /** The audience they were in: `a12.approved`, `firms`, `c.rail`. */
    whom: text().notNull(),
    askedAt: instant('asked_at').notNull(),
    askedBy: reference('asked_by'),
    /** Not kept of anonymous ones. */
    openedAt: instant('opened_at'),
    /** How often they were told: the asking, and the reminders. */
    told: integer().notNull().default(0),
    /** When they are told next; null: not any more. */
    nextAt: instant('next_at'),
    /** They do not want to be reminded. */
    isStopped: boolean('is_stopped').notNull().default(false),
  },
  (r) => [
    uniqueIndex('questionnaire_requests_one').on(r.questionnaireId, r.personId),
    index('questionnaire_requests_person').on(r.personId),
    index('questionnaire_requests_due')
      .on(r.nextAt)
      .where(sql`${r.nextAt} is not null`),
  ],
)
