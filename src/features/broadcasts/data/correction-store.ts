import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import type { Clock } from '../../../platform/clock.ts'
import type { Database } from '../../../platform/database.ts'
import { sweep } from '../../../platform/sweep.ts'
import type { Correction } from '../domain/afterwards/correction.ts'
import type { Content } from '../domain/content.ts'
import { broadcastCorrections } from './afterwards-tables.ts'
import { broadcasts } from './tables.ts'

export type CorrectionStore = ReturnType<typeof correctionStore>

type Changes = Partial<Pick<Correction, 'texts' | 'rings' | 'changing' | 'isPaused'>>

/** Corrections, from the draft to the record. */
export function correctionStore(database: Pick<Database, 'db' | 'query'>, clock: Clock) {
  const { db } = database
  const table = broadcastCorrections
  const first = <Row>([row]: Row[]): Row | undefined => row

  return {
    async read(id: number): Promise<Correction | undefined> {
      return asCorrection(first(await db.select().from(table).where(eq(table.id, id))))
    },

    async readLocked(id: number): Promise<Correction | undefined> {
      return asCorrection(first(await db.select().from(table).where(eq(table.id, id)).for('update')))
    },

    openWhere: `exists (select from broadcast_corrections c where c.person_id = viewer.id and c.made_at is null and not c.is_paused)`,

    /** What somebody has begun to correct and not laid aside. */
    async openOf(personId: number): Promise<Correction | undefined> {
      return asCorrection(
        first(
          await db
            .select()
            .from(table)
            .where(and(eq(table.personId, personId), isNull(table.madeAt), eq(table.isPaused, false)))
            .orderBy(desc(table.updatedAt))
            .limit(1),
        ),
      )
    },

    /** Their draft of a correction: the one that is there already, or a new one. */
    async begin(broadcastId: number, personId: number): Promise<number> {
      const now = clock.now()
      const [row] = await db
        .insert(table)
        .values({ broadcastId, personId, updatedAt: now })
        .onConflictDoUpdate({
          target: [table.broadcastId, table.personId],
          targetWhere: isNull(table.madeAt),
          set: { isPaused: false, changing: null, updatedAt: now },
        })
        .returning({ id: table.id })
      if (!row) throw new Error('a correction was not begun')
      return row.id
    },

    async update(id: number, changes: Changes): Promise<void> {
      await db
        .update(table)
        .set({ ...changes, draftRevision: sql`${table.draftRevision} + 1`, updatedAt: clock.now() })
        .where(eq(table.id, id))
    },

    async remove(id: number): Promise<void> {
      await db.delete(table).where(and(eq(table.id, id), isNull(table.madeAt)))
    },

    /** The broadcast says something else from now on; what it said before is kept. Resolves with its revision. */
    async make(
      { id, broadcastId }: Pick<Correction, 'id' | 'broadcastId'>,
      { before, after }: { before: Content; after: Content },
    ): Promise<number> {
      const now = clock.now()
      await db
        .update(table)
        .set({ madeAt: now, before: before.texts, texts: after.texts, updatedAt: now })
        .where(eq(table.id, id))
      const [row] = await db
        .update(broadcasts)
        .set({
          ...{ content: after, correctedAt: now, updatedAt: now },
          revision: sql`${broadcasts.revision} + 1`,
        })
        .where(eq(broadcasts.id, broadcastId))
        .returning({ revision: broadcasts.revision })
      return row?.revision ?? 0
    },

    /** Drafts that nobody has touched for 14 days. */
    sweeps: [
      sweep(database, {
        table: 'broadcast_corrections',
        where: 'made_at is null and updated_at < $1',
        afterHours: 14 * 24,
      }),
    ],
  }
}

function asCorrection(row: typeof broadcastCorrections.$inferSelect | undefined): Correction | undefined {
  if (!row) return undefined
  const { id, broadcastId, personId, texts, rings, changing, isPaused, updatedAt } = row
  return {
    ...{ id, broadcastId, personId, texts, rings, changing, isPaused, updatedAt },
    revision: row.draftRevision,
    isMade: row.madeAt !== null,
  }
}
