import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Clock } from '../../../platform/clock.ts'
import type { Database } from '../../../platform/database.ts'
import type { SealedWords } from '../../../platform/sealed-words.ts'
import type { Language } from '../../../shared/localized-text.ts'
import type { Response } from '../domain/questionnaire.ts'
import type { Answers } from '../domain/session/session.ts'
import { answers, responses } from './response-tables.ts'

/** How many earlier rows of an anonymous questionnaire are written anew with the next one: all, where it is asked of a delegation. */
const mixedWith = 500

/** What is kept of a draft that is handed in, and by whom. */
interface HandedIn {
  dropped: readonly string[]
  calculated: Answers
  by: number
  /** In which they read the questions. */
  language: Language
  source: Response['source']
}

/** What becomes of a draft when it is handed in. */
export function handingInResponses(
  { db, forget }: Pick<Database, 'db' | 'forget'>,
  clock: Clock,
  sealedFor: (responseId: number) => Promise<Pick<SealedWords, 'sealEach'>>,
) {
  return {
    /** Hands in a draft: only what applies remains, beside what was worked out. */
    async submit(
      id: number,
      { number, dropped, calculated, by, language, source }: HandedIn & { number: number | null },
    ): Promise<void> {
      const { sealEach } = await sealedFor(id)
      forget()
      const now = clock.now()
      await dropAnswers(id, dropped)
      await db
        .update(responses)
        .set({
          ...{ state: 'submitted', number, calculated: sealEach(calculated) },
          ...{ place: null, pending: null, isPaused: false },
          ...{ submittedBy: by, language, source, filledBy: null },
          ...{ submittedAt: now, updatedAt: now, revision: sql`${responses.revision} + 1` },
        })
        .where(eq(responses.id, id))
      await dropFiles(id)
    },

    /** An edit takes the place of what was submitted before, under the same number. */
    async replace(
      draftId: number,
      submittedId: number,
      { dropped, calculated, by, language, source }: HandedIn,
    ): Promise<void> {
      const { sealEach } = await sealedFor(draftId)
      forget()
      await dropAnswers(draftId, dropped)
      await db.delete(answers).where(eq(answers.responseId, submittedId))
      await db.execute(sql`update answers set response_id = ${submittedId} where response_id = ${draftId}`)
      await db.execute(
        sql`update response_files set response_id = ${submittedId} where response_id = ${draftId}`,
      )
      await db.execute(sql`update responses set calculated = ${JSON.stringify(sealEach(calculated))}::jsonb,
        version_id = (select version_id from responses where id = ${draftId}),
        is_by_several = (select is_by_several from responses where id = ${draftId}),
        submitted_by = ${by}, language = ${language}, source = ${source}, confirmed_by = null, confirmed_at = null,
        updated_at = ${clock.now().toString()} where id = ${submittedId}`)
      await db.delete(responses).where(eq(responses.id, draftId))
      await dropFiles(submittedId)
    },

    /** Somebody says that what another has handed in is right; only once. */
    async confirm(id: number, personId: number): Promise<boolean> {
      forget()
      const confirmed = await db
        .update(responses)
        .set({ confirmedBy: personId, confirmedAt: clock.now() })
        .where(and(eq(responses.id, id), eq(responses.state, 'submitted'), isNull(responses.confirmedAt)))
        .returning({ id: responses.id })
      return confirmed.length > 0
    },

    /**
     * What was said goes where nobody can be told from it; what remains is that somebody has answered, without a time. Both
     * are written in one transaction, and its number stands in the rows for good: so earlier ones are written anew with
     * them, in another order. Then neither that number nor the place of a row tells which belong together.
     */
    async detach(
      { id, questionnaireId, versionId, activityId }: Response,
      { values, calculated, at }: { values: Answers; calculated: Answers; at: Temporal.Instant },
    ): Promise<void> {
      forget()
      await db.execute(sql`select 1 from questionnaires where id = ${questionnaireId} for no key update`)
      await db.execute(sql`delete from response_files where response_id = ${id}`)
      await db.delete(answers).where(eq(answers.responseId, id))
      await db.execute(sql`
        with others as (
          delete from anonymous_responses where id in (
            select a.id from anonymous_responses a join questionnaire_versions v on v.id = a.version_id
            where v.questionnaire_id = ${questionnaireId} order by random() limit ${mixedWith})
          returning version_id, activity_id, answers, calculated),
        together as (
          select * from others
          union all select ${versionId}, ${activityId}::bigint, ${JSON.stringify(values)}::jsonb, ${JSON.stringify(calculated)}::jsonb)
        insert into anonymous_responses (version_id, activity_id, answers, calculated)
        select version_id, activity_id, answers, calculated from together order by random()`)
      const others = sql`select id from responses where questionnaire_id = ${questionnaireId}
        and state = 'submitted' and not is_test order by random() limit ${mixedWith} for update skip locked`
      await db
        .update(responses)
        .set({
          ...{ state: 'submitted', place: null, pending: null, isPaused: false, seed: '', calculated: null },
          // The version that somebody had and the number of their changes could be told from what they said.
          versionId: sql`coalesce((select version_id from questionnaires where id = ${questionnaireId}), ${versionId})`,
          ...{
            revision: 0,
            setAside: null,
            filledBy: null,
            source: 'self',
            submittedBy: null,
            isBySeveral: false,
          },
          ...{ startedAt: at, updatedAt: at, submittedAt: null, confirmedBy: null, confirmedAt: null },
        })
        .where(sql`id = ${id} or id in (${others})`)
    },
  }

  async function dropAnswers(id: number, dropped: readonly string[]): Promise<void> {
    if (dropped.length > 0)
      await db.execute(sql`delete from answers where response_id = ${id}
        and path in (select jsonb_array_elements_text(${JSON.stringify(dropped)}::jsonb))`)
  }

  /** Files that no answer names: another was sent instead, or the question does not apply any more. */
  async function dropFiles(id: number): Promise<void> {
    await db.execute(sql`
      with named as (
        select a.value from answers a join responses r on r.id = a.response_id where ${id} in (r.id, r.edits_id)
        union all select v.value from responses r, jsonb_each_text(r.set_aside) v where r.id = ${id})
      delete from response_files f where f.response_id = ${id}
        and not exists (select 1 from named where value = 'file:' || f.id or value like 'file:' || f.id || ':%')`)
  }
}
