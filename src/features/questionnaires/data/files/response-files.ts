import { and, eq, sql } from 'drizzle-orm'
import type { Clock } from '../../../../platform/clock.ts'
import type { KeyRing } from '../../../../platform/crypto.ts'
import type { Database } from '../../../../platform/database.ts'
import type { JourneyWords } from '../journey-words.ts'
import { responseFiles } from '../response-tables.ts'

export type ResponseFiles = ReturnType<typeof responseFileStore>

/** A file as Telegram has it. */
export interface NewFile {
  fileId: string
  kind: string
  name?: string | undefined
  size?: number | undefined
}

/** A file itself, once it has been fetched. */
export interface ResponseFile {
  content: Uint8Array
  name: string | null
  mediaType: string | null
}

export interface ResponseFilesNeeds {
  database: Pick<Database, 'db'>
  clock: Clock
  keys: Pick<KeyRing, 'sealBytes' | 'openBytes'>
  words: Pick<JourneyWords, 'seal' | 'open'>
}

/** The files that are answers: first where Telegram keeps them, then themselves, sealed. */
export function responseFileStore({ database: { db }, clock, keys, words }: ResponseFilesNeeds) {
  const opened = (id: number, content: Uint8Array, name: string | null) => ({
    name: words.open(name),
    content: keys.openBytes(content, `response_files.content.${id}`),
  })
  return {
    async add(responseId: number, { fileId, kind, name, size }: NewFile): Promise<number> {
      const [row] = await db
        .insert(responseFiles)
        .values({
          ...{ responseId, fileId, kind, size: size ?? null, receivedAt: clock.now() },
          name: name === undefined ? null : words.seal(name),
        })
        .returning({ id: responseFiles.id })
      if (!row) throw new Error('a file was not kept')
      return row.id
    },

    /** A file that has not been fetched yet. */
    async toFetch(id: number): Promise<{ fileId: string } | undefined> {
      const [row] = await db
        .select({ fileId: responseFiles.fileId, isFetched: sql<boolean>`content is not null` })
        .from(responseFiles)
        .where(eq(responseFiles.id, id))
      return row && !row.isFetched ? { fileId: row.fileId } : undefined
    },

    async keep(id: number, content: Uint8Array, mediaType: string): Promise<void> {
      await db
        .update(responseFiles)
        .set({
          content: keys.sealBytes(content, `response_files.content.${id}`),
          mediaType,
          size: content.byteLength,
        })
        .where(eq(responseFiles.id, id))
    },

    /** What is in a file, whosever it is: for whoever is to have everything that is theirs. */
    async readAny(id: number): Promise<ResponseFile | undefined> {
      const [row] = await db.select().from(responseFiles).where(eq(responseFiles.id, id))
      return row?.content ? { ...row, ...opened(id, row.content, row.name) } : undefined
    },

    /** What is in a file of this response; `undefined` while it has not been fetched. */
    async read(responseId: number, id: number): Promise<ResponseFile | undefined> {
      const [row] = await db
        .select({
          content: responseFiles.content,
          name: responseFiles.name,
          mediaType: responseFiles.mediaType,
        })
        .from(responseFiles)
        .where(and(eq(responseFiles.id, id), eq(responseFiles.responseId, responseId)))
      return row?.content ? { ...row, ...opened(id, row.content, row.name) } : undefined
    },
  }
}
