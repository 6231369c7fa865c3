import { eq } from 'drizzle-orm'
import type { Clock } from '../../../platform/clock.ts'
import type { Database } from '../../../platform/database.ts'
import { sweep } from '../../../platform/sweep.ts'
import { documentWaits } from './tables.ts'

export type WaitStore = ReturnType<typeof waitStore>

/** Hours for which the next file somebody sends is taken for the document they have tapped. */
const hoursOpen = 2

/** Whose next file is which document. */
export function waitStore(database: Pick<Database, 'db' | 'query'>, clock: Clock) {
  const { db } = database
  return {
    openWhere: 'exists (select from document_waits where person_id = viewer.id)',

    async of(personId: number): Promise<{ applicationId: number; code: string } | undefined> {
      const [row] = await db.select().from(documentWaits).where(eq(documentWaits.personId, personId))
      const isOver =
        !row || Temporal.Instant.compare(row.askedAt, clock.now().subtract({ hours: hoursOpen })) < 0
      return isOver ? undefined : { applicationId: row.applicationId, code: row.code }
    },

    async open(personId: number, wanted: { applicationId: number; code: string }): Promise<void> {
      const values = { ...wanted, askedAt: clock.now() }
      await db
        .insert(documentWaits)
        .values({ personId, ...values })
        .onConflictDoUpdate({ target: documentWaits.personId, set: values })
    },

    /** True when there was one. */
    async close(personId: number): Promise<boolean> {
      const gone = await db
        .delete(documentWaits)
        .where(eq(documentWaits.personId, personId))
        .returning({ personId: documentWaits.personId })
      return gone.length > 0
    },

    sweep: sweep(database, { table: 'document_waits', where: 'asked_at < $1', afterHours: hoursOpen }),
  }
}
