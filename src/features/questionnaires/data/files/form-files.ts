import { eq, sql } from 'drizzle-orm'
import type { Clock } from '../../../../platform/clock.ts'
import { CannotOpen, type KeyRing } from '../../../../platform/crypto.ts'
import type { Database } from '../../../../platform/database.ts'
import { sweep } from '../../../../platform/sweep.ts'
import type { FormFileKind, NamedFile } from '../../domain/form-files.ts'
import { formFiles, versionFiles } from './form-file-tables.ts'

export type FormFiles = ReturnType<typeof formFileStore>

export interface FormFilesNeeds {
  database: Pick<Database, 'db' | 'query'>
  clock: Clock
  keys: Pick<KeyRing, 'sealBytes' | 'openBytes'>
}

/** A file of a form, as far as it is needed to show it. */
export interface FormFile {
  id: number
  name: string
  kind: FormFileKind
  /** As Telegram knows it; it has been shown before. */
  shownFileId: string | null
  /** By what is in it; null: not fetched yet. */
  mediaType: string | null
}

export interface NewFormFile extends NamedFile {
  personId: number
  fileId: string
  size: number | undefined
}

/** Days that a file waits for a form that names it. */
const keptForDays = 14

/** The pictures, sounds and films of forms. */
export function formFileStore({ database, clock, keys }: FormFilesNeeds) {
  const { db, query } = database
  return {
    async add({ personId, name, kind, fileId, size }: NewFormFile): Promise<number> {
      const [row] = await db
        .insert(formFiles)
        .values({ personId, name, kind, fileId, size: size ?? null, receivedAt: clock.now() })
        .returning({ id: formFiles.id })
      if (!row) throw new Error('a file of a form was not kept')
      return row.id
    },

    /** Which of these names there is a file for: sent by this person, or shown by an earlier version of the form. */
    async known(names: readonly string[], whose: { personId: number; formId: string }): Promise<Set<string>> {
      if (names.length === 0) return new Set()
      const rows = await query<{ name: string }>(`select distinct name from (${candidates}) as found`, [
        JSON.stringify(names),
        whose.personId,
        whose.formId,
      ])
      return new Set(rows.map(({ name }) => name))
    },

    /** A version shows the newest of these files from here on. */
    async link(
      versionId: number,
      names: readonly string[],
      whose: { personId: number | null; formId: string },
    ): Promise<void> {
      if (names.length === 0) return
      await query(
        `insert into questionnaire_version_files (version_id, name, file_id)
         select distinct on (name) $4::bigint, name, id from (${candidates}) as found order by name, id desc
         on conflict (version_id, name) do update set file_id = excluded.file_id`,
        [JSON.stringify(names), whose.personId, whose.formId, versionId],
      )
    },

    /** What this person has published and takes answers shows the file, where it names it; how many forms these are. */
    async linkToPublished(
      id: number,
      { personId, name }: { personId: number; name: string },
    ): Promise<number> {
      const rows = await query(
        `insert into questionnaire_version_files (version_id, name, file_id)
         select v.id, $2::text, $3::bigint from questionnaire_versions v
           join questionnaires q on q.version_id = v.id and q.state = 'published'
         where v.published_by = $1 and exists (
           select 1 from jsonb_path_query(v.form, '$.**.media.*.*') as file
           where lower(regexp_replace(file #>> '{}', '^.*[/\\\\]', '')) = $2::text)
         on conflict (version_id, name) do update set file_id = excluded.file_id returning version_id`,
        [personId, name, id],
      )
      return rows.length
    },

    /** The files of a version by their names. */
    async ofVersion(versionId: number): Promise<ReadonlyMap<string, FormFile>> {
      const rows = await db
        .select({
          ...{ id: formFiles.id, kind: formFiles.kind, shownFileId: formFiles.shownFileId },
          ...{ name: versionFiles.name, mediaType: formFiles.mediaType },
        })
        .from(versionFiles)
        .innerJoin(formFiles, eq(formFiles.id, versionFiles.fileId))
        .where(eq(versionFiles.versionId, versionId))
      return new Map(rows.map((row) => [row.name, { ...row, kind: row.kind as FormFileKind }]))
    },

    /** A file that has not been fetched yet. */
    async toFetch(
      id: number,
    ): Promise<{ fileId: string; kind: FormFileKind; personId: number; name: string } | undefined> {
      const [row] = await db
        .select({ ...unsealed, isFetched: sql<boolean>`content is not null` })
        .from(formFiles)
        .where(eq(formFiles.id, id))
      if (!row || row.isFetched || row.fileId === null || row.personId === null) return undefined
      return { ...row, fileId: row.fileId, personId: row.personId, kind: row.kind as FormFileKind }
    },

    async keep(id: number, content: Uint8Array, mediaType: string): Promise<void> {
      await db
        .update(formFiles)
        .set({
          content: keys.sealBytes(content, placeOf(id)),
          ...{ mediaType, size: content.byteLength, fileId: null },
        })
        .where(eq(formFiles.id, id))
    },

    /** The file itself; `undefined`: not fetched, or no key opens it any more. */
    async content(id: number): Promise<Uint8Array | undefined> {
      const [row] = await db
        .select({ content: formFiles.content })
        .from(formFiles)
        .where(eq(formFiles.id, id))
      if (!row?.content) return undefined
      try {
        return keys.openBytes(row.content, placeOf(id))
      } catch (error) {
        if (error instanceof CannotOpen) return undefined
        throw error
      }
    },

    /** As what Telegram knows it from here on. */
    async learn(id: number, shownFileId: string): Promise<void> {
      await db.update(formFiles).set({ shownFileId }).where(eq(formFiles.id, id))
    },

    /** Telegram knows it no more; what it would not take at all goes as a plain file the next time. */
    async forget(id: number): Promise<void> {
      await db
        .update(formFiles)
        .set({
          mediaType: sql`case when ${formFiles.shownFileId} is null then ${plainFile} else ${formFiles.mediaType} end`,
          shownFileId: null,
        })
        .where(eq(formFiles.id, id))
    },

    async remove(id: number): Promise<void> {
      await db.delete(formFiles).where(eq(formFiles.id, id))
    },

    /** What no form has named for a while. */
    sweep: sweep(database, {
      table: 'form_files',
      where: `received_at < $1
        and not exists (select 1 from questionnaire_version_files where file_id = form_files.id)`,
      afterHours: 24 * keptForDays,
    }),
  }
}

const plainFile = 'application/octet-stream'

const unsealed = {
  ...{ fileId: formFiles.fileId, kind: formFiles.kind },
  ...{ personId: formFiles.personId, name: formFiles.name },
}

/** What a content is sealed for: it opens in its own row only. */
const placeOf = (id: number) => `form_files.content.${id}`

/** Files under the names $1 that $2 has sent, or that a version of the form $3 shows. */
const candidates = `
  select f.id, f.name from form_files f
  where f.name in (select jsonb_array_elements_text($1::jsonb)) and (
    f.person_id = $2::bigint or exists (
      select 1 from questionnaire_version_files l
        join questionnaire_versions v on v.id = l.version_id
        join questionnaires q on q.id = v.questionnaire_id
      where l.file_id = f.id and lower(q.form_id) = lower($3)))`
