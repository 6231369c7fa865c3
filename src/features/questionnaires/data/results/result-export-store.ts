import { and, eq } from 'drizzle-orm'
import type { Clock } from '../../../../platform/clock.ts'
import type { Database } from '../../../../platform/database.ts'
import { sweep } from '../../../../platform/sweep.ts'
import { resultExports } from './result-export-tables.ts'

export type ResultExportStore = ReturnType<typeof resultExportStore>

/** `ordered` until it has ended one way or the other. */
export type ExportState = 'ordered' | 'sent' | 'stopped' | 'refused' | 'failed'

export interface ResultExport {
  id: number
  questionnaireId: number
  personId: number
  chatId: number
  language: string
  state: ExportState
  rowCount: number
  orderedAt: Temporal.Instant
  endedAt: Temporal.Instant | null
}

type NewExport = Pick<ResultExport, 'questionnaireId' | 'personId' | 'chatId' | 'language'>

/** So long it can be said who took what out of the house. */
const keptHours = 3 * 365 * 24

const asExport = (row: typeof resultExports.$inferSelect): ResultExport => ({
  ...row,
  state: row.state as ExportState,
})

/** Tables of results that were ordered. */
export function resultExportStore(database: Pick<Database, 'db' | 'query'>, clock: Clock) {
  const { db } = database
  const isUnderWay = eq(resultExports.state, 'ordered')

  return {
    async add(ordered: NewExport): Promise<ResultExport> {
      const [row] = await db
        .insert(resultExports)
        .values({ ...ordered, orderedAt: clock.now() })
        .returning()
      if (!row) throw new Error('an export was not kept')
      return asExport(row)
    },

    /** The one of this questionnaire that this person waits for. */
    async underWay(questionnaireId: number, personId: number): Promise<ResultExport | undefined> {
      const [row] = await db
        .select()
        .from(resultExports)
        .where(
          and(
            eq(resultExports.questionnaireId, questionnaireId),
            eq(resultExports.personId, personId),
            isUnderWay,
          ),
        )
      return row && asExport(row)
    },

    async read(id: number): Promise<ResultExport | undefined> {
      const [row] = await db.select().from(resultExports).where(eq(resultExports.id, id))
      return row && asExport(row)
    },

    /** Locks it until the end of the transaction. */
    async readLocked(id: number): Promise<ResultExport | undefined> {
      const [row] = await db.select().from(resultExports).where(eq(resultExports.id, id)).for('update')
      return row && asExport(row)
    },

    /** Notes how far it is; false once it has been stopped or has ended otherwise. */
    async goesOn(id: number, rowCount: number): Promise<boolean> {
      const going = await db
        .update(resultExports)
        .set({ rowCount })
        .where(and(eq(resultExports.id, id), isUnderWay))
        .returning({ id: resultExports.id })
      return going.length > 0
    },

    async end(id: number, state: Exclude<ExportState, 'ordered'>): Promise<void> {
      await db.update(resultExports).set({ state, endedAt: clock.now() }).where(eq(resultExports.id, id))
    },

    sweep: sweep(database, { table: 'result_exports', where: 'ordered_at < $1', afterHours: keptHours }),
  }
}
