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
import { id, instant, plainDate, reference } from '../../../platform/columns.ts'
import type { LocalizedText } from '../../../shared/localized-text.ts'
import { firms, persons } from '../../people/data/tables.ts'
import { applicationStates, ended, inSql, seated } from '../domain/life-cycle.ts'

/** What one can sign up for. */
export const activities = pgTable(
  'activities',
  {
    id: id(),
    code: text().notNull(),
    kind: text().notNull(),
    title: jsonb().$type<LocalizedText>().notNull(),
    description: jsonb().$type<LocalizedText>().notNull().default({}),
    country: text(),
    city: jsonb().$type<LocalizedText>().notNull(),
    timeZone: text('time_zone').notNull(),
    startsOn: plainDate('starts_on').notNull(),
    endsOn: plainDate('ends_on').notNull(),
    /** "09:30-17:00", or "09:30" alone. */
    hours: text(),
    capacity: integer(),
    perFirm: integer('per_firm'),
    applicationsCloseAt: instant('applications_close_at'),
    decisionOn: plainDate('decision_on'),
    workingLanguage: text('working_language'),
    approval: text().notNull().default('manual'),
    /** The workbook's other keys, as they were read. */
    details: jsonb().$type<Record<string, unknown>>().notNull().default({}),
    state: text().notNull().default('published'),
    /** The last number given to an application. */
    lastNumber: integer('last_number').notNull().default(0),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (a) => [
    uniqueIndex('activities_code').on(a.code),
    index('activities_starts').on(a.startsOn),
    check('activities_end_after_start', sql`${a.endsOn} >= ${a.startsOn}`),
    check('activities_hours_written', sql`${a.hours} ~ '^\\d\\d:\\d\\d(-\\d\\d:\\d\\d)?$'`),
    check('activities_capacity_positive', sql`${a.capacity} > 0`),
    check(
      'activities_kind_known',
      sql`${a.kind} in ('trade_delegation', 'purchasing_delegation', 'workshop', 'training', 'consultancy')`,
    ),
    check('activities_state_known', sql`${a.state} in ('published', 'closed', 'cancelled')`),
  ],
)

/** The other sheets of an activity's workbook, validated, as they were published. */
export const activitySheets = pgTable(
  'activity_sheets',
  {
    activityId: reference('activity_id')
      .notNull()
      .references(() => activities.id),
    sheet: text().notNull(),
    rows: jsonb().$type<unknown[]>().notNull(),
  },
  (s) => [primaryKey({ columns: [s.activityId, s.sheet] })],
)

/** One person × one activity. While `draft`, `answers` is filled step by step; what is missing is asked next. */
export const applications = pgTable(
  'applications',
  {
    id: id(),
    activityId: reference('activity_id')
      .notNull()
      .references(() => activities.id),
    personId: reference('person_id')
      .notNull()
      .references(() => persons.id),
    firmId: reference('firm_id').references(() => firms.id),
    /** Number within the activity, given at submission. */
    number: integer(),
    state: text().notNull(),
    answers: jsonb().$type<Record<string, unknown>>().notNull().default({}),
    /** The step that is asked again from the summary. */
    changing: text(),
    isPaused: boolean('is_paused').notNull().default(false),
    /** Grows with every change of the draft; old buttons carry an old one. */
    revision: integer().notNull().default(0),
    /** Who filled it in for the person. */
    filledBy: reference('filled_by'),
    waitingSince: instant('waiting_since'),
    /** Whoever waits with a higher number comes before those with a lower one, however long those have waited. */
    waitingPriority: integer('waiting_priority').notNull().default(0),
    /** Until when an offered seat can be taken. */
    offerExpiresAt: instant('offer_expires_at'),
    /** The state in which they were when the activity was postponed. */
    heldFrom: text('held_from'),
    /** When they have said that they are coming. */
    comingAt: instant('coming_at'),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
    submittedAt: instant('submitted_at'),
    /** What was decided has not been said yet, because nobody could be reached; it is said as soon as somebody can. */
    isUntold: boolean('is_untold').notNull().default(false),
  },
  (a) => [
    uniqueIndex('applications_one_live_per_person')
      .on(a.activityId, a.personId)
      .where(sql.raw(`"state" not in (${inSql(ended)})`)),
    uniqueIndex('applications_number').on(a.activityId, a.number),
    index('applications_person').on(a.personId),
    // Whom somebody has entered: few, and asked for on their home card.
    index('applications_filled_by')
      .on(a.filledBy)
      .where(sql`${a.filledBy} is not null`),
    // How many of a firm there are, whatever has become of them: for its card on the desk.
    index('applications_of_firm').on(a.firmId),
    // With the firm, so that counting and choosing a firm need not look at the rows.
    index('applications_state').on(a.activityId, a.state, a.firmId),
    // Whom the desk asks after: who has not said that they are coming, and which seats are offered until when.
    index('applications_silent')
      .on(a.activityId)
      .where(sql`${a.state} = 'approved' and ${a.comingAt} is null`),
    index('applications_offered')
      .on(a.offerExpiresAt)
      .where(sql`${a.state} = 'offered'`),
    index('applications_firm')
      .on(a.activityId, a.firmId)
      .where(sql.raw(`"state" in (${inSql(seated)})`)),
    check('applications_state_known', sql.raw(`"state" in (${inSql(applicationStates)})`)),
    check('applications_offer_ends', sql`(${a.state} = 'offered') = (${a.offerExpiresAt} is not null)`),
    check('applications_hold_remembers', sql`(${a.state} = 'on_hold') = (${a.heldFrom} is not null)`),
    check(
      'applications_submitted_has_number',
      sql`${a.state} = 'draft' or ${a.number} is not null or ${a.submittedAt} is null`,
    ),
  ],
)

/** What happened to an application, who did it and why. Part of the record; goes with the application. */
export const applicationEvents = pgTable(
  'application_events',
  {
    id: id(),
    applicationId: reference('application_id')
      .notNull()
      .references(() => applications.id),
    fromState: text('from_state').notNull(),
    toState: text('to_state').notNull(),
    byPersonId: reference('by_person_id'),
    reason: text(),
    at: instant().notNull(),
  },
  (e) => [index('application_events_application').on(e.applicationId)],
)
