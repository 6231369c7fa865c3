import type { Database } from '../../../platform/database.ts'
import { sweep } from '../../../platform/sweep.ts'

export type AnswersBegun = ReturnType<typeof openAnswersBegun>

/** Hours in which the next words of a coordinator are the answer. */
const openHours = 2

/** Which coordinator is about to write an answer, and to whom. */
export function openAnswersBegun(database: Pick<Database, 'query'>) {
  const { query } = database
  return {
    openWhere: 'exists (select from answers_begun where person_id = viewer.id)',

    async begin(personId: number, threadId: number, now: Temporal.Instant): Promise<void> {
      await query(
        `insert into answers_begun (person_id, thread_id, asked_at) values ($1, $2, $3)
         on conflict (person_id) do update set thread_id = excluded.thread_id, asked_at = excluded.asked_at`,
        [personId, threadId, now.toString()],
      )
    },

    /** The thread somebody is about to answer. */
    async of(personId: number, now: Temporal.Instant): Promise<number | undefined> {
      const [row] = await query<{ id: number }>(
        `select thread_id::int as id from answers_begun where person_id = $1 and asked_at > $2`,
        [personId, now.subtract({ hours: openHours }).toString()],
      )
      return row?.id
    },

    async end(personId: number): Promise<void> {
      await query(`delete from answers_begun where person_id = $1`, [personId])
    },

    sweep: sweep(database, { table: 'answers_begun', where: 'asked_at < $1', afterHours: openHours }),
  }
}
