import { and, eq, isNotNull } from 'drizzle-orm'
import type { Database } from '../../../platform/database.ts'
import { sweep } from '../../../platform/sweep.ts'
import type { Broadcast, BroadcastState, Priority } from '../domain/broadcast.ts'
import { broadcastRecipients, broadcasts } from './tables.ts'

export type BroadcastStore = ReturnType<typeof broadcastStore>

/** Broadcasts, from the draft to the record. */
export function broadcastStore(database: Pick<Database, 'db' | 'query'>) {
  const { db } = database
  return {
    async read(id: number): Promise<Broadcast | undefined> {
      const [row] = await db.select().from(broadcasts).where(eq(broadcasts.id, id))
      return row && asBroadcast(row)
    },

    async readLocked(id: number): Promise<Broadcast | undefined> {
      const [row] = await db.select().from(broadcasts).where(eq(broadcasts.id, id)).for('no key update')
      return row && asBroadcast(row)
    },

    /** Taken back: nobody is asked about it any more. */
    async recall(id: number, now: Temporal.Instant): Promise<void> {
      await db.update(broadcasts).set({ recalledAt: now, updatedAt: now }).where(eq(broadcasts.id, id))
      await db
        .update(broadcastRecipients)
        .set({ askAgainAt: null })
        .where(and(eq(broadcastRecipients.broadcastId, id), isNotNull(broadcastRecipients.askAgainAt)))
    },

    /** Whether whoever takes part later gets it too. */
    async setForNewcomers(id: number, isForNewcomers: boolean): Promise<void> {
      await db.update(broadcasts).set({ isForNewcomers }).where(eq(broadcasts.id, id))
    },

    /** Drafts that nobody has touched for 14 days, and what was taken back. */
    sweeps: [
      sweep(database, {
        table: 'broadcasts',
        where: "state in ('draft', 'undone') and updated_at < $1",
        afterHours: 14 * 24,
      }),
    ],
  }
}

/** A row as the domain speaks of it. */
const asBroadcast = (row: typeof broadcasts.$inferSelect): Broadcast => {
  const { id, authorId, content, audience, reason, answers, answersUntil, askAgainMinutes } = row
  const { startsAt, usefulUntil, revision, people, startedAt, endedAt } = row
  const { correctedAt, recalledAt, isForNewcomers } = row
  return {
    ...{ id, authorId, content, audience, reason, answers, answersUntil, askAgainMinutes },
    ...{ startsAt, usefulUntil, revision, people, startedAt, endedAt },
    ...{ correctedAt, recalledAt, isForNewcomers },
    state: row.state as BroadcastState,
    priority: row.priority as Priority,
  }
}
