import { integer, pgTable, uniqueIndex } from 'drizzle-orm/pg-core'
import { id, instant, reference } from '../../../../platform/columns.ts'
import { persons } from '../../../people/data/tables.ts'
import { questionnaires } from '../tables.ts'

/** A picture of a summary that somebody waits for; the row goes when it is sent, so that it is sent once. */
export const pictureOrders = pgTable(
  'picture_orders',
  {
    id: id(),
    questionnaireId: reference('questionnaire_id')
      .notNull()
      .references(() => questionnaires.id),
    round: integer().notNull(),
    /** Which page of the summary, from 0. */
    place: integer().notNull(),
    /** Who ordered it, and the chat it goes to. */
    personId: reference('person_id')
      .notNull()
      .references(() => persons.id, { onDelete: 'cascade' }),
    chatId: reference('chat_id').notNull(),
    orderedAt: instant('ordered_at').notNull(),
  },
  (p) => [uniqueIndex('picture_orders_one').on(p.personId, p.questionnaireId, p.round, p.place)],
)
