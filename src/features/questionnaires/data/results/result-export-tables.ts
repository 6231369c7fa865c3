import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, text } from 'drizzle-orm/pg-core'
import { id, instant, reference } from '../../../../platform/columns.ts'
import { persons } from '../../../people/data/tables.ts'
import { questionnaires } from '../tables.ts'

/** A table of results that a coordinator has ordered; once it is sent, the record of who took what out of the house. */
export const resultExports = pgTable(
  'result_exports',
  {
    id: id(),
    questionnaireId: reference('questionnaire_id')
      .notNull()
      .references(() => questionnaires.id),
    /** Who ordered it, and the chat it goes to. */
    personId: reference('person_id')
      .notNull()
      .references(() => persons.id),
    chatId: reference('chat_id').notNull(),
    /** The form's name of the language of questions and answers. */
    language: text().notNull(),
    state: text().notNull().default('ordered'),
    /** How many responses are in it so far. */
    rowCount: integer('row_count').notNull().default(0),
    orderedAt: instant('ordered_at').notNull(),
    endedAt: instant('ended_at'),
  },
  (e) => [
    index('result_exports_questionnaire').on(e.questionnaireId),
    index('result_exports_person').on(e.personId),
    index('result_exports_ordered').on(e.orderedAt),
    check(
      'result_exports_state_known',
      sql`${e.state} in ('ordered', 'sent', 'stopped', 'refused', 'failed')`,
    ),
  ],
)
