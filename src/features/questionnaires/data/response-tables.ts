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
import { activities, applications } from '../../activities/data/tables.ts'
import { firms, persons } from '../../people/data/tables.ts'
import { questionnaires, questionnaireVersions } from './tables.ts'

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
    /** For which activity, where the questionnaire is a form of some. */
    activityId: reference('activity_id').references(() => activities.id),
    /** Given while applying: it goes where the application goes. */
    applicationId: reference('application_id').references(() => applications.id, { onDelete: 'cascade' }),
    state: text().notNull().default('draft'),
    isTest: boolean('is_test').notNull().default(false),
    /** The submitted one that this draft is going to replace; of a section, the draft it is a part of. */
    editsId: reference('edits_id'),
    /** The path of the section of a firm's draft that a colleague was asked for; null: all of it. */
    section: text(),
    /** Grows when a coordinator begins a new round. */
    round: integer().notNull().default(1),
    /** The coordinator who fills it in for them at this moment; null: they do so themselves. */
    filledBy: reference('filled_by'),
    /** Who said what is in it: they themselves, or a coordinator for them. */
    source: text().notNull().default('self'),
    /** More than one of a firm has answered in it: what it says of a person is not said by whoever hands it in. */
    isBySeveral: boolean('is_by_several').notNull().default(false),
    /** Who handed it in, for the receipt. Not kept of anonymous ones. */
    submittedBy: reference('submitted_by'),
    /** The language in which whoever handed it in reads. Not kept of anonymous ones: it could tell them from the others. */
    language: text(),
    /** Who of the firm has said that it is right, after somebody else had handed it in. */
    confirmedBy: reference('confirmed_by'),
    confirmedAt: instant('confirmed_at'),
    /** Answers that fit no question of the version it was moved to. */
    setAside: jsonb('set_aside').$type<Record<string, string>>(),
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
      .on(r.questionnaireId, r.personId, r.isTest, sql`coalesce(${r.activityId}, 0)`)
      .where(sql`${r.state} = 'draft' and ${r.firmId} is null and ${r.section} is null`),
    uniqueIndex('responses_one_draft_per_firm')
      .on(r.questionnaireId, r.firmId, r.isTest, sql`coalesce(${r.activityId}, 0)`)
      .where(sql`${r.state} = 'draft' and ${r.firmId} is not null`),
    uniqueIndex('responses_number').on(r.questionnaireId, r.number),
    index('responses_person').on(r.personId),
    index('responses_firm').on(r.firmId),
    index('responses_questionnaire').on(r.questionnaireId, r.state),
    index('responses_activity')
      .on(r.activityId)
      .where(sql`${r.state} = 'submitted'`),
    index('responses_filled_by')
      .on(r.filledBy)
      .where(sql`${r.filledBy} is not null`),
    index('responses_parts')
      .on(r.editsId)
      .where(sql`${r.section} is not null`),
    check('responses_source_known', sql`${r.source} in ('self', 'coordinator')`),
    uniqueIndex('responses_one_per_application')
      .on(r.applicationId, r.questionnaireId)
      // Beside what was handed in there may be the draft in which some of it is answered anew.
      .where(sql`${r.applicationId} is not null and ${r.editsId} is null`),
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
    /** In what a firm answers: who said it of themselves, so that it can be taken out with them. Null for all else. */
    saidBy: reference('said_by'),
  },
  (a) => [
    primaryKey({ columns: [a.responseId, a.path] }),
    index('answers_said_by')
      .on(a.saidBy)
      .where(sql`${a.saidBy} is not null`),
  ],
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
    /** As the phone calls it; sealed, because it may say anything. */
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
    /** For which activity it was answered. */
    activityId: reference('activity_id').references(() => activities.id),
    answers: jsonb().$type<Record<string, string>>().notNull(),
    calculated: jsonb().$type<Record<string, string>>().notNull(),
  },
  (a) => [index('anonymous_responses_version').on(a.versionId)],
)
