import { and, eq, gt, sql } from 'drizzle-orm'
import type { Clock } from '../../../platform/clock.ts'
import type { Database } from '../../../platform/database.ts'
import { sweep } from '../../../platform/sweep.ts'
import { rejectionNotes } from './desk-tables.ts'

export type RejectionNotes = ReturnType<typeof openRejectionNotes>

/** Hours a question for a reason stays open. */
const openHours = 24

/** Which coordinator is writing a reason, for whom, and what they have written so far. */
export function openRejectionNotes(database: Pick<Database, 'db' | 'query'>, clock: Clock) {
  const { db } = database
  return {
    async ask(personId: number, applicationId: number): Promise<void> {
      const asked = { applicationId, text: null, askedAt: clock.now() }
      await db
        .insert(rejectionNotes)
        .values({ personId, ...asked })
        .onConflictDoUpdate({ target: rejectionNotes.personId, set: asked })
    },

    openWhere: 'exists (select from rejection_notes where person_id = viewer.id)',

    async openOf(personId: number): Promise<{ applicationId: number; text: string | null } | undefined> {
      const since = clock.now().subtract({ hours: openHours })
      const [row] = await db
        .select()
        .from(rejectionNotes)
        .where(and(eq(rejectionNotes.personId, personId), gt(rejectionNotes.askedAt, since)))
      return row
    },

    async write(personId: number, text: string): Promise<void> {
      await db.update(rejectionNotes).set({ text }).where(eq(rejectionNotes.personId, personId))
    },

    async close(personId: number): Promise<void> {
      await db.delete(rejectionNotes).where(eq(rejectionNotes.personId, personId))
    },

    /** What one person is being asked is another's question from here on, and the only one. */
    async handOver(fromPersonId: number, toPersonId: number): Promise<void> {
      await db
        .delete(rejectionNotes)
        .where(
          and(
            eq(rejectionNotes.personId, toPersonId),
            sql`exists (select 1 from rejection_notes theirs where theirs.person_id = ${fromPersonId})`,
          ),
        )
      await db
        .update(rejectionNotes)
        .set({ personId: toPersonId })
        .where(eq(rejectionNotes.personId, fromPersonId))
    },

    /** What nobody has written goes after a day. */
    sweep: sweep(database, { table: 'rejection_notes', where: 'asked_at < $1', afterHours: openHours }),
  }
}
