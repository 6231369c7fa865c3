import { eq } from 'drizzle-orm'
import type { Clock } from '../../../platform/clock.ts'
import type { Database } from '../../../platform/database.ts'
import { sweep } from '../../../platform/sweep.ts'
import type { Upload, UploadContent, UploadState } from '../domain/upload.ts'
import { uploads } from './tables.ts'

export type UploadStore = ReturnType<typeof uploadStore>

/** Days a file waits for its tap. */
const keptForDays = 14

/** Spreadsheets that coordinators have sent. */
export function uploadStore(database: Pick<Database, 'db' | 'query'>, clock: Clock) {
  const { db, query } = database
  return {
    async create(upload: Pick<Upload, 'chatId' | 'personId' | 'fileId' | 'fileName'>): Promise<number> {
      const [row] = await db
        .insert(uploads)
        .values({ ...upload, createdAt: clock.now() })
        .returning({ id: uploads.id })
      if (!row) throw new Error('an upload was not created')
      return row.id
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
        .set({ state: 'previewed', kind: content.kind, content, fileId: null })
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
        .set({ state, content: null, fileId: null, fileName: null })
        .where(eq(uploads.id, id))
    },

    /** Until the end of the transaction, whoever publishes the same thing waits. */
    async publishAlone(what: string): Promise<void> {
      await query(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [`publish ${what}`])
    },

    sweep: sweep(database, { table: 'uploads', where: 'created_at < $1', afterHours: 24 * keptForDays }),
  }
}

const asUpload = ({ createdAt: _kept, kind: _inContent, ...row }: typeof uploads.$inferSelect): Upload => ({
  ...row,
  state: row.state as UploadState,
  content: row.content as UploadContent | null,
})
