import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { bytes, id, instant, reference } from '../../../../platform/columns.ts'
import { questionnaireVersions } from '../tables.ts'

/** A picture, a sound or a film that a coordinator has sent for her forms, under the name that the workbook has for it. */
export const formFiles = pgTable(
  'form_files',
  {
    id: id(),
    /** Who has sent it; null once they are erased, while a questionnaire still shows it. */
    personId: reference('person_id'),
    name: text().notNull(),
    kind: text().notNull(),
    /** As it has come, to be fetched. */
    fileId: text('file_id'),
    /** As people are shown it, once Telegram has been given it in that way. */
    shownFileId: text('shown_file_id'),
    /** By what is in it, not by its name. */
    mediaType: text('media_type'),
    size: integer(),
    /** Sealed for `form_files.content.<id>`. */
    content: bytes(),
    receivedAt: instant('received_at').notNull(),
  },
  (f) => [
    index('form_files_name').on(f.personId, f.name),
    check('form_files_kind_known', sql`${f.kind} in ('image', 'audio', 'video')`),
  ],
)

/** Which file a version of a questionnaire shows under which name. */
export const versionFiles = pgTable(
  'questionnaire_version_files',
  {
    versionId: reference('version_id')
      .notNull()
      .references(() => questionnaireVersions.id, { onDelete: 'cascade' }),
    name: text().notNull(),
    fileId: reference('file_id')
      .notNull()
      .references(() => formFiles.id, { onDelete: 'cascade' }),
  },
  (v) => [
    primaryKey({ columns: [v.versionId, v.name] }),
    index('questionnaire_version_files_file').on(v.fileId),
  ],
)
