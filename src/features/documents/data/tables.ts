import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { bytes, id, instant, plainDate, reference } from '../../../platform/columns.ts'
import { applications } from '../../activities/data/tables.ts'
import { persons } from '../../people/data/tables.ts'

/** Where a document of somebody stands, once something has happened to it; goes with the application. */
export const documentStates = pgTable(
  'document_states',
  {
    applicationId: reference('application_id')
      .notNull()
      .references(() => applications.id, { onDelete: 'cascade' }),
    code: text().notNull(),
    state: text().notNull(),
    /** Why it was sent back, as a coordinator wrote it; sealed. */
    reason: text(),
    byPersonId: reference('by_person_id'),
    changedAt: instant('changed_at').notNull(),
  },
  (d) => [
    primaryKey({ columns: [d.applicationId, d.code] }),
    // What waits to be checked: for the desk.
    index('document_states_received')
      .on(d.applicationId)
      .where(sql`${d.state} = 'received'`),
    check(
      'document_states_known',
      sql`${d.state} in ('requested', 'received', 'accepted', 'sent_back', 'expired')`,
    ),
  ],
)

/** A file that somebody sent as a document: where Telegram has it, and once fetched, itself. Goes 30 days after the trip. */
export const documentFiles = pgTable(
  'document_files',
  {
    id: id(),
    applicationId: reference('application_id')
      .notNull()
      .references(() => applications.id, { onDelete: 'cascade' }),
    code: text().notNull(),
    fileId: text('file_id').notNull(),
    kind: text().notNull(),
    /** As the phone calls it; sealed, because it may say anything. */
    name: text(),
    /** Sealed for `document_files.content.<id>`. */
    content: bytes(),
    receivedAt: instant('received_at').notNull(),
  },
  (f) => [
    index('document_files_application').on(f.applicationId, f.code),
    check('document_files_kind_known', sql`${f.kind} in ('photo', 'document')`),
  ],
)

/** How often somebody has been told what is missing, and on which day last; goes with the application. */
export const documentNudges = pgTable('document_nudges', {
  applicationId: reference('application_id')
    .primaryKey()
    .references(() => applications.id, { onDelete: 'cascade' }),
  count: integer().notNull(),
  lastOn: plainDate('last_on').notNull(),
})

/** The document whose file somebody is about to send; goes with the file, or after two hours. */
export const documentWaits = pgTable('document_waits', {
  personId: reference('person_id')
    .primaryKey()
    .references(() => persons.id),
  applicationId: reference('application_id')
    .notNull()
    .references(() => applications.id, { onDelete: 'cascade' }),
  code: text().notNull(),
  askedAt: instant('asked_at').notNull(),
})
