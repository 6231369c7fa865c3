import { and, eq, sql } from 'drizzle-orm'
import type { Clock } from '../../../../platform/clock.ts'
import type { Database } from '../../../../platform/database.ts'
import { sweep } from '../../../../platform/sweep.ts'
import { pickedPeople } from './request-tables.ts'

export type PickedPeople = ReturnType<typeof pickedPeopleStore>

/** Single people a coordinator has ticked for a questionnaire and not sent it to yet. */
export function pickedPeopleStore(database: Pick<Database, 'db' | 'query'>, clock: Clock) {
  const { db } = database
  const of = (questionnaireId: number, pickedBy: number) =>
    and(eq(pickedPeople.questionnaireId, questionnaireId), eq(pickedPeople.pickedBy, pickedBy))

  return {
    /** Ticks somebody. */
    async pick(questionnaireId: number, pickedBy: number, personId: number): Promise<void> {
      await db
        .insert(pickedPeople)
        .values({ questionnaireId, pickedBy, personId, pickedAt: clock.now() })
        .onConflictDoNothing()
    },

    /** Takes a tick back. */
    async drop(questionnaireId: number, pickedBy: number, personId: number): Promise<void> {
      await db
        .delete(pickedPeople)
        .where(and(of(questionnaireId, pickedBy), eq(pickedPeople.personId, personId)))
    },

    async idsOf(questionnaireId: number, pickedBy: number): Promise<number[]> {
      const rows = await db
        .select({ id: sql<number>`${pickedPeople.personId}::int` })
        .from(pickedPeople)
        .where(of(questionnaireId, pickedBy))
      return rows.map(({ id }) => id)
    },

    async clear(questionnaireId: number, pickedBy: number): Promise<void> {
      await db.delete(pickedPeople).where(of(questionnaireId, pickedBy))
    },

    /** Ticks nobody has sent anything to for a week. */
    sweep: sweep(database, { table: 'picked_people', where: 'picked_at < $1', afterHours: 7 * 24 }),
  }
}
