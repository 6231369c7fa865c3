import { and, eq, gt } from 'drizzle-orm'
import type { Clock } from '../../../platform/clock.ts'
import type { Database } from '../../../platform/database.ts'
import { sweep } from '../../../platform/sweep.ts'
import { openQuestions } from './tables.ts'

export type QuestionStore = ReturnType<typeof questionStore>

/** Hours for which somebody's next words are taken as the answer; what they write later is about something else. */
const hoursOpen = 2

/** What somebody has been asked and answers with their next words; one question a person. */
export function questionStore(database: Pick<Database, 'db' | 'query'>, clock: Clock) {
  const { db } = database
  return {
    openWhere: 'exists (select from open_questions where person_id = viewer.id)',

    async openOf(personId: number): Promise<string | undefined> {
      const [row] = await db
        .select({ name: openQuestions.name })
        .from(openQuestions)
        .where(
          and(
            eq(openQuestions.personId, personId),
            gt(openQuestions.askedAt, clock.now().subtract({ hours: hoursOpen })),
          ),
        )
      return row?.name
    },

    async ask(personId: number, name: string): Promise<void> {
      const askedAt = clock.now()
      await db
        .insert(openQuestions)
        .values({ personId, name, askedAt })
        .onConflictDoUpdate({ target: openQuestions.personId, set: { name, askedAt } })
    },

    async close(personId: number): Promise<void> {
      await db.delete(openQuestions).where(eq(openQuestions.personId, personId))
    },

    sweep: sweep(database, { table: 'open_questions', where: 'asked_at < $1', afterHours: 24 * 14 }),
  }
}
