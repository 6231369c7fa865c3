import type { Clock } from '../../../platform/clock.ts'
import type { KeyRing } from '../../../platform/crypto.ts'
import { sealsClear } from '../../../platform/seal-clear.ts'
import { sealedWords } from '../../../platform/sealed-words.ts'
import type { Database } from '../../../platform/database.ts'
import { and, desc, eq } from 'drizzle-orm'
import type { Noted } from '../domain/checklist.ts'
import type { DocumentState } from '../domain/document.ts'
import { applications } from '../../activities/data/tables.ts'
import { documentFiles, documentStates } from './tables.ts'

export interface NewFile {
  fileId: string
  kind: 'photo' | 'document'
  name: string | null
}

export type DocumentStore = ReturnType<typeof documentStore>

const sealedFor = (id: number) => `document_files.content.${id}`

/** Where documents stand, and the files that were sent as one. */
export function documentStore(
  { db, query }: Pick<Database, 'db' | 'query'>,
  clock: Clock,
  keys: Pick<KeyRing, 'seal' | 'open' | 'sealBytes' | 'openBytes'>,
) {
  const reasons = sealedWords(keys, 'document_states.reason')
  const names = sealedWords(keys, 'document_files.name')
  return {
    /** application → code → what is noted, of these applications. */
    async notedOf(applicationIds: readonly number[]): Promise<Map<number, Map<string, Noted>>> {
      const rows = await query<Noted & { applicationId: number; code: string }>(
        `select d.application_id::int as "applicationId", d.code, d.state, d.reason, exists (
           select 1 from document_files f where f.application_id = d.application_id and f.code = d.code) as "hasFile"
         from document_states d where d.application_id = any(string_to_array($1, ',')::bigint[])`,
        [applicationIds.join(',')],
      )
      const noted = new Map<number, Map<string, Noted>>()
      for (const { applicationId, code, ...row } of rows)
        noted.set(
          applicationId,
          (noted.get(applicationId) ?? new Map<string, Noted>()).set(code, {
            ...row,
            reason: reasons.open(row.reason),
          }),
        )
      return noted
    },

    async set(
      { applicationId, code }: { applicationId: number; code: string },
      { state, reason = null, by }: { state: DocumentState; reason?: string | null; by: number },
    ): Promise<void> {
      const values = {
        ...{ state, byPersonId: by, changedAt: clock.now() },
        reason: reason && reasons.seal(reason),
      }
      await db
        .insert(documentStates)
        .values({ applicationId, code, ...values })
        .onConflictDoUpdate({ target: [documentStates.applicationId, documentStates.code], set: values })
    },

    /** A new file takes the place of the former one. */
    async keepFile(
      { applicationId, code }: { applicationId: number; code: string },
      file: NewFile,
    ): Promise<number> {
      await db
        .delete(documentFiles)
        .where(and(eq(documentFiles.applicationId, applicationId), eq(documentFiles.code, code)))
      const [row] = await db
        .insert(documentFiles)
        .values({
          ...{ applicationId, code, ...file, receivedAt: clock.now() },
          name: file.name && names.seal(file.name),
        })
        .returning({ id: documentFiles.id })
      if (!row) throw new Error('a file was not kept')
      return row.id
    },

    async fileOf(applicationId: number, code: string) {
      const [row] = await db
        .select()
        .from(documentFiles)
        .where(and(eq(documentFiles.applicationId, applicationId), eq(documentFiles.code, code)))
        .orderBy(desc(documentFiles.id))
        .limit(1)
      return (
        row && {
          ...row,
          name: names.open(row.name),
          content: row.content && keys.openBytes(row.content, sealedFor(row.id)),
        }
      )
    },

    /** Somebody has left a trip: what they had sent for it goes, and how it stood. */
    async forgetOf(personId: number, activityId: number): Promise<void> {
      for (const table of ['document_files', 'document_states', 'document_nudges', 'document_waits'])
        await query(
          `delete from ${table} where application_id in
             (select id from applications where person_id = $1 and activity_id = $2)`,
          [personId, activityId],
        )
    },

    /** The files somebody has sent, for their copy of their data. */
    async filesOfPerson(personId: number): Promise<{ name: string; content: Uint8Array }[]> {
      const rows = await db
        .select({
          id: documentFiles.id,
          code: documentFiles.code,
          name: documentFiles.name,
          content: documentFiles.content,
        })
        .from(documentFiles)
        .innerJoin(applications, eq(applications.id, documentFiles.applicationId))
        .where(eq(applications.personId, personId))
      return rows.flatMap(({ id, code, name, content }) =>
        content
          ? [
              {
                name: `documents/${id}-${names.open(name) ?? `${code}.jpg`}`,
                content: keys.openBytes(content, sealedFor(id)),
              },
            ]
          : [],
      )
    },

    /** Where Telegram has a file that has not been fetched yet. */
    async toFetch(id: number): Promise<string | undefined> {
      const [row] = await query<{ fileId: string }>(
        'select file_id as "fileId" from document_files where id = $1::bigint and content is null',
        [id],
      )
      return row?.fileId
    },

    async fetched(id: number, content: Uint8Array): Promise<void> {
      await db
        .update(documentFiles)
        .set({ content: keys.sealBytes(content, sealedFor(id)) })
        .where(eq(documentFiles.id, id))
    },

    /** A row of these tables as its person is shown it. */
    opened: (row: { reason?: string; name?: string }): object => ({
      ...row,
      ...(row.reason === undefined ? {} : { reason: reasons.open(row.reason) }),
      ...(row.name === undefined ? {} : { name: names.open(row.name) }),
    }),

    sweeps: [
      sealsClear({ query }, { table: 'document_states', column: 'reason' }, reasons),
      sealsClear({ query }, { table: 'document_files', column: 'name' }, names),
    ],
  }
}
