import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Clock } from '../../../platform/clock.ts'
import type { Database } from '../../../platform/database.ts'
import { sweep } from '../../../platform/sweep.ts'
import { personMoves } from './tables.ts'

export type MoveStore = ReturnType<typeof moveStore>

/** The links that move a person to another Telegram account. */
export function moveStore(database: Pick<Database, 'db' | 'query'>, clock: Clock) {
  const { db } = database
  return {
    /** A new link; the former ones of this person end. */
    async invite(move: {
      tokenHash: string
      personId: number
      createdBy: number
      hours: number
    }): Promise<void> {
      const { hours, ...link } = move
      const now = clock.now()
      await db
        .delete(personMoves)
        .where(and(eq(personMoves.personId, move.personId), isNull(personMoves.usedAt)))
      await db.insert(personMoves).values({ ...link, createdAt: now, expiresAt: now.add({ hours }) })
    },

    /** Uses a link up; never for whoever has made it. */
    async redeem(
      tokenHash: string,
      byPersonId: number | null,
    ): Promise<{ personId: number; createdBy: number } | undefined> {
      const [row] = await db
        .update(personMoves)
        .set({ usedAt: clock.now() })
        .where(
          and(
            eq(personMoves.tokenHash, tokenHash),
            isNull(personMoves.usedAt),
            sql`${personMoves.createdBy} is distinct from ${byPersonId}::bigint`,
            sql`${personMoves.expiresAt} > ${clock.now().toString()}`,
          ),
        )
        .returning({ personId: personMoves.personId, createdBy: personMoves.createdBy })
      return row
    },

    /** Links that ended 30 days ago. */
    sweep: sweep(database, { table: 'person_moves', where: 'expires_at < $1', afterHours: 24 * 30 }),
  }
}
