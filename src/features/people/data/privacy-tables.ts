import { sql } from 'drizzle-orm'
import { boolean, check, index, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { id, instant, reference } from '../../../platform/columns.ts'
import type { LocalizedText } from '../../../shared/localized-text.ts'
import { persons } from './tables.ts'

/** That somebody has read a notice: which text, in which language, when. Read, not accepted. */
export const noticesRead = pgTable(
  'notices_read',
  {
    id: id(),
    personId: reference('person_id')
      .notNull()
      .references(() => persons.id),
    notice: text().notNull(),
    version: text().notNull(),
    language: text().notNull(),
    readAt: instant('read_at').notNull(),
  },
  (n) => [uniqueIndex('notices_read_once').on(n.personId, n.notice, n.version)],
)

/** A consent that was given or refused, each on its own; a withdrawal is a row of its own. */
export const consents = pgTable(
  'consents',
  {
    id: id(),
    personId: reference('person_id')
      .notNull()
      .references(() => persons.id),
    purpose: text().notNull(),
    isGiven: boolean('is_given').notNull(),
    version: text().notNull(),
    language: text().notNull(),
    decidedAt: instant('decided_at').notNull(),
  },
  (c) => [
    index('consents_person').on(c.personId),
    check('consents_purpose_known', sql`${c.purpose} in ('photos', 'catalogue', 'contact_exchange')`),
  ],
)

/** Who answers for the personal data, as the notice says it. One row, set by an owner. */
export const controllers = pgTable('controllers', {
  one: boolean().primaryKey().default(true),
  name: jsonb().$type<LocalizedText>().notNull().default({}),
  address: text(),
  contactEmail: text('contact_email'),
  contactPhone: text('contact_phone'),
  updatedAt: instant('updated_at').notNull(),
})
