import { and, eq } from 'drizzle-orm'
import type { Clock } from '../../../platform/clock.ts'
import type { Database } from '../../../platform/database.ts'
import { questionnaireRequests } from './requests/request-tables.ts'
import { questionnaireRounds } from './tables.ts'

export type RoundStore = ReturnType<typeof roundStore>

/** What a round is called, and since when it goes. */
export interface Round {
  number: number
  label: string
  startedAt: Temporal.Instant
}

/** Times in which a questionnaire is answered once more. */
export function roundStore({ db, forget, query }: Pick<Database, 'db' | 'forget' | 'query'>, clock: Clock) {
  return {
    /** A round; undefined: the first, which nobody has begun. */
    async read(questionnaireId: number, number: number): Promise<Round | undefined> {
      const [round] = await db
        .select()
        .from(questionnaireRounds)
        .where(
          and(
            eq(questionnaireRounds.questionnaireId, questionnaireId),
            eq(questionnaireRounds.number, number),
          ),
        )
      return round
    },

    /** All that were begun, by their number; the first is not among them. */
    async all(questionnaireId: number): Promise<ReadonlyMap<number, Round>> {
      const rows = await db
        .select()
        .from(questionnaireRounds)
        .where(eq(questionnaireRounds.questionnaireId, questionnaireId))
      return new Map(rows.map((round) => [round.number, round]))
    },

    /**
     * Begins the round after `former`; false when somebody has done so already. What is begun and not handed in goes on in it,
     * what was being changed stays as it was handed in, and whoever was asked can be asked anew.
     */
    async begin(questionnaireId: number, former: number, label: string, by: number): Promise<boolean> {
      forget()
      const now = clock.now()
      const number = former + 1
      const begun = await query(
        `update questionnaires set round = $2::int, state = 'published', updated_at = $4::timestamptz,
           closes_at = case when closes_at <= $4::timestamptz then null else closes_at end
         where id = $1::bigint and round = $3::int returning id`,
        [questionnaireId, number, former, now.toString()],
      )
      if (begun.length === 0) return false
      await db
        .insert(questionnaireRounds)
        .values({ questionnaireId, number, label, startedAt: now, startedBy: by })
      await query(
        `update responses set
           round = case when edits_id is null or section is not null then $2::int else round end,
           state = case when edits_id is null or section is not null then state else 'withdrawn' end
         where questionnaire_id = $1::bigint and state = 'draft' and not is_test`,
        [questionnaireId, number],
      )
      await db.delete(questionnaireRequests).where(eq(questionnaireRequests.questionnaireId, questionnaireId))
      return true
    },

    /** How many have handed in in a round, and how many are in the middle of it. */
    async standing(questionnaireId: number, round: number): Promise<{ submitted: number; begun: number }> {
      const [row] = await query<{ submitted: number; begun: number }>(
        `select (count(*) filter (where state = 'submitted'))::int as submitted,
           (count(*) filter (where state = 'draft'))::int as begun
         from responses where questionnaire_id = $1::bigint and round = $2::int and not is_test and edits_id is null`,
        [questionnaireId, round],
      )
      return row ?? { submitted: 0, begun: 0 }
    },
  }
}
