import { boolean, index, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { id, instant, reference } from '../../../../platform/columns.ts'
import { persons } from '../../../people/data/tables.ts'
import { responses } from '../response-tables.ts'

/** A link by which a colleague answers one section of a firm's draft, once. Only the token's hash is kept. */
export const sectionLinks = pgTable(
  'section_links',
  {
    id: id(),
    responseId: reference('response_id')
      .notNull()
      .references(() => responses.id, { onDelete: 'cascade' }),
    /** The path of the group. */
    section: text().notNull(),
    tokenHash: text('token_hash').notNull(),
    /** Null once whoever made it is erased. */
    createdBy: reference('created_by'),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    usedAt: instant('used_at'),
    usedBy: reference('used_by').references(() => persons.id, { onDelete: 'set null' }),
    /** The colleague's answers have come back, or whoever asked has taken the section back. */
    endedAt: instant('ended_at'),
    isAnswered: boolean('is_answered').notNull().default(false),
  },
  (l) => [
    uniqueIndex('section_links_token').on(l.tokenHash),
    index('section_links_response').on(l.responseId),
    index('section_links_used_by').on(l.usedBy),
  ],
)
