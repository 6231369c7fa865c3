import { and, desc, eq, isNotNull } from 'drizzle-orm'
import { CannotOpen, type KeyRing } from '../../../platform/crypto.ts'
import type { Clock } from '../../../platform/clock.ts'
import type { Database } from '../../../platform/database.ts'
import { sweep } from '../../../platform/sweep.ts'
import type { Upload, UploadContent, UploadState } from '../domain/upload.ts'
import { uploads } from './tables.ts'

export type UploadStore = ReturnType<typeof uploadStore>

/** Days a file waits for its tap. */
const keptForDays = 14

export interface UploadStoreNeeds {
  database: Pick<Database, 'db' | 'query'>
  clock: Clock
  keys: UploadKeys
}

/** What makes a content unreadable, and opens it. */
export type UploadKeys = Pick<KeyRing, 'sealBytes' | 'openBytes'>

/** Spreadsheets that coordinators have sent; what was read in them is sealed. */
export function uploadStore({ database, clock, keys }: UploadStoreNeeds) {
  const { db, query } = database

  const seal = (id: number, content: unknown): Uint8Array =>
    keys.sealBytes(Buffer.from(JSON.stringify(content), 'utf8'), placeOf(id))

  /** What no key of ours opens any more is as good as gone. */
  function open(id: number, sealed: Uint8Array): UploadContent | null {
    try {
      return JSON.parse(Buffer.from(keys.openBytes(sealed, placeOf(id))).toString('utf8')) as UploadContent
    } catch (error) {
      if (error instanceof CannotOpen) return null
      throw error
    }
  }

  const asUpload = ({
    createdAt: _at,
    kind: _kind,
    sealed,
    ...row
  }: typeof uploads.$inferSelect): Upload => ({
    ...row,
    state: row.state as UploadState,
    content: sealed ? open(row.id, sealed) : (row.content as UploadContent | null),
  })

  /** A file that a former version keeps in clear, one in a transaction; whether there was one. */
  async function sealWhatIsClear(): Promise<boolean> {
    const [row] = await db
      .select({ id: uploads.id, content: uploads.content })
      .from(uploads)
      .where(isNotNull(uploads.content))
      .limit(1)
      .for('update', { skipLocked: true })
    if (!row) return false
    await db
      .update(uploads)
      .set({ sealed: seal(row.id, row.content), content: null })
      .where(eq(uploads.id, row.id))
    return true
  }

  return {
    async create(upload: Pick<Upload, 'chatId' | 'personId' | 'fileId' | 'fileName'>): Promise<number> {
      const [row] = await db
        .insert(uploads)
        .values({ ...upload, createdAt: clock.now() })
        .returning({ id: uploads.id })
      if (!row) throw new Error('an upload was not created')
      return row.id
    },

    /** What this person has sent last of a kind, if it waits for their tap. */
    async latestPreviewed(personId: number, kind: UploadContent['kind']): Promise<Upload | undefined> {
      const [row] = await db
        .select()
        .from(uploads)
        .where(and(eq(uploads.personId, personId), eq(uploads.kind, kind), eq(uploads.state, 'previewed')))
        .orderBy(desc(uploads.id))
        .limit(1)
        .for('update')
      return row && asUpload(row)
    },

    async read(id: number): Promise<Upload | undefined> {
      const [row] = await db.select().from(uploads).where(eq(uploads.id, id))
      return row && asUpload(row)
    },

    /** Locks it until the end of the transaction, so that two taps come one after the other. */
    async readLocked(id: number): Promise<Upload | undefined> {
      const [row] = await db.select().from(uploads).where(eq(uploads.id, id)).for('update')
      return row && asUpload(row)
    },

    /** Keeps what was read until somebody publishes or discards it. */
    async preview(id: number, content: UploadContent): Promise<void> {
      await db
        .update(uploads)
        .set({
          state: 'previewed',
          kind: content.kind,
          sealed: seal(id, content),
          content: null,
          fileId: null,
        })
        .where(eq(uploads.id, id))
    },

    /** Published, while a job still needs what was read. */
    async startPublishing(id: number): Promise<void> {
      await db.update(uploads).set({ state: 'published' }).where(eq(uploads.id, id))
    },

    /** Done with: of the file nothing stays. */
    async finish(id: number, state: Exclude<UploadState, 'received' | 'previewed'>): Promise<void> {
      await db
        .update(uploads)
        .set({ state, sealed: null, content: null, fileId: null, fileName: null })
        .where(eq(uploads.id, id))
    },

    /** Until the end of the transaction, whoever publishes the same thing waits. */
    async publishAlone(what: string): Promise<void> {
      await query(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [`publish ${what}`])
    },

    sweeps: [
      sweep(database, { table: 'uploads', where: 'created_at < $1', afterHours: 24 * keptForDays }),
      sealWhatIsClear,
    ],
  }
}

/** What a content is sealed for: it opens in its own row only. */
const placeOf = (id: number) => `uploads.sealed.${id}`
