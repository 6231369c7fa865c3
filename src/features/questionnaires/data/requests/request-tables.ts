import { sql } from 'drizzle-orm'
import { boolean, index, integer, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { id, instant, reference } from '../../../../platform/columns.ts'
import { activities } from '../../../activities/data/tables.ts'
import { persons } from '../../../people/data/tables.ts'
import { questionnaires } from '../tables.ts'

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
    /** For which activity, where the questionnaire is a form of some. */
    activityId: reference('activity_id').references(() => activities.id),
    /** The audience they were in: `a12.approved`, `firms`, `c.rail`. */
    whom: text().notNull(),
    askedAt: instant('asked_at').notNull(),
    askedBy: reference('asked_by'),
    /** Not kept of anonymous ones. */
    openedAt: instant('opened_at'),
    /** How often they were told: the asking, and the reminders. */
    told: integer().notNull().default(0),
    /** When they were told last. */
    toldAt: instant('told_at'),
    /** Next a coordinator's own reminder is due, which is not one of those that come by themselves. */
    isByHand: boolean('is_by_hand').notNull().default(false),
    /** When they are told next; null: not any more. */
    nextAt: instant('next_at'),
    /** They do not want to be reminded. */
    isStopped: boolean('is_stopped').notNull().default(false),
  },
  (r) => [
    uniqueIndex('questionnaire_requests_one').on(
      r.questionnaireId,
      r.personId,
      sql`coalesce(${r.activityId}, 0)`,
    ),
    index('questionnaire_requests_person').on(r.personId),
    index('questionnaire_requests_due')
      .on(r.nextAt)
      .where(sql`${r.nextAt} is not null`),
  ],
)

/** Single people a coordinator has ticked, before she sends them a questionnaire. */
export const pickedPeople = pgTable(
  'picked_people',
  {
    questionnaireId: reference('questionnaire_id')
      .notNull()
      .references(() => questionnaires.id),
    pickedBy: reference('picked_by').notNull(),
    personId: reference('person_id')
      .notNull()
      .references(() => persons.id, { onDelete: 'cascade' }),
    pickedAt: instant('picked_at').notNull(),
  },
  (p) => [primaryKey({ columns: [p.questionnaireId, p.pickedBy, p.personId] })],
)
