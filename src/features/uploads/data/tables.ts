import { sql } from 'drizzle-orm'
import { bigint, check, index, jsonb, pgTable, text } from 'drizzle-orm/pg-core'
import { bytes, instant } from '../../../platform/columns.ts'

/** A file a coordinator has sent: read by a job, kept until published or discarded, at the latest for 14 days. */
export const uploads = pgTable(
  'uploads',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    chatId: bigint('chat_id', { mode: 'number' }).notNull(),
    personId: bigint('person_id', { mode: 'number' }).notNull(),
    fileId: text('file_id'),
    fileName: text('file_name'),
    kind: text(),
    state: text().notNull().default('received'),
    /** What was read, ready to be published, unreadable without the key. */
    sealed: bytes(),
    /** The same in clear, as former versions kept it; sealed by the next clean-up. */
    content: jsonb().$type<unknown>(),
    createdAt: instant('created_at').notNull(),
  },
  (u) => [
    index('uploads_created').on(u.createdAt),
    check(
      'uploads_state_known',
      sql`${u.state} in ('received', 'refused', 'previewed', 'published', 'discarded')`,
    ),
  ],
)
