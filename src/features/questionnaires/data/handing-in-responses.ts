import { eq, sql } from 'drizzle-orm'
import type { Clock } from '../../../platform/clock.ts'
import type { Database } from '../../../platform/database.ts'
import type { Response } from '../domain/questionnaire.ts'
import type { Answers } from '../domain/session/session.ts'
import { anonymousResponses, answers, responses } from './response-tables.ts'

/** What becomes of a draft when it is handed in. */
export function handingInResponses({ db, forget }: Pick<Database, 'db' | 'forget'>, clock: Clock) {
  return {
    /** Hands in a draft: only what applies remains, beside what was worked out. */
    async submit(
      id: number,
      {
        number,
        dropped,
        calculated,
      }: { number: number | null; dropped: readonly string[]; calculated: Answers },
    ): Promise<void> {
      forget()
      const now = clock.now()
      await dropAnswers(id, dropped)
      await db
        .update(responses)
        .set({
          ...{ state: 'submitted', number, calculated, place: null, pending: null, isPaused: false },
          ...{ submittedAt: now, updatedAt: now, revision: sql`${responses.revision} + 1` },
        })
        .where(eq(responses.id, id))
    },

    /** An edit takes the place of what was submitted before, under the same number. */
    async replace(
      draftId: number,
      submittedId: number,
      { dropped, calculated }: { dropped: readonly string[]; calculated: Answers },
    ): Promise<void> {
      forget()
      await dropAnswers(draftId, dropped)
      await db.delete(answers).where(eq(answers.responseId, submittedId))
      await db.execute(sql`update answers set response_id = ${submittedId} where response_id = ${draftId}`)
      await db.execute(
        sql`update response_files set response_id = ${submittedId} where response_id = ${draftId}`,
      )
      await db.execute(sql`update responses set calculated = ${JSON.stringify(calculated)}::jsonb,
        version_id = (select version_id from responses where id = ${draftId}),
        updated_at = ${clock.now().toString()} where id = ${submittedId}`)
      await db.delete(responses).where(eq(responses.id, draftId))
    },

    /** What was said goes where nobody can be told from it; what remains is that somebody has answered, without a time. */
    async detach(
      { id, versionId }: Response,
      { values, calculated, at }: { values: Answers; calculated: Answers; at: Temporal.Instant },
    ): Promise<void> {
      forget()
      await db.insert(anonymousResponses).values({ versionId, answers: { ...values }, calculated })
      await db.execute(sql`delete from response_files where response_id = ${id}`)
      await db.delete(answers).where(eq(answers.responseId, id))
      await db
        .update(responses)
        .set({
          ...{ state: 'submitted', place: null, pending: null, isPaused: false, seed: '', calculated: null },
          ...{ startedAt: at, updatedAt: at, submittedAt: null },
        })
        .where(eq(responses.id, id))
    },
  }

  async function dropAnswers(id: number, dropped: readonly string[]): Promise<void> {
    if (dropped.length > 0)
      await db.execute(sql`delete from answers where response_id = ${id}
        and path in (select jsonb_array_elements_text(${JSON.stringify(dropped)}::jsonb))`)
  }
}
