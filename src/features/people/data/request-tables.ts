import { sql } from 'drizzle-orm'
import { check, index, pgTable, text } from 'drizzle-orm/pg-core'
import { id, instant, reference } from '../../../platform/columns.ts'

/**
 * What people have asked for under data protection, and until when it is to be answered. The name of who has written goes
 * when it is ticked; the row three years later.
 */
export const privacyRequests = pgTable(
  'privacy_requests',
  {
    id: id(),
    /** Null for whoever has written and is not known here. */
    personId: reference('person_id'),
    kind: text().notNull(),
    via: text().notNull(),
    /** Who has written, as an owner has entered it. */
    who: text(),
    receivedAt: instant('received_at').notNull(),
    dueAt: instant('due_at').notNull(),
    doneAt: instant('done_at'),
    doneBy: reference('done_by'),
  },
  (r) => [
    index('privacy_requests_open')
      .on(r.dueAt)
      .where(sql`${r.doneAt} is null`),
    index('privacy_requests_person').on(r.personId),
    check('privacy_requests_kind_known', sql`${r.kind} in ('access', 'erasure', 'correction', 'objection')`),
    check('privacy_requests_via_known', sql`${r.via} in ('chat', 'email', 'paper', 'phone')`),
  ],
)
