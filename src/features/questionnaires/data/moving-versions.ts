import { and, asc, count, eq, isNull, ne, sql } from 'drizzle-orm'
import type { Database } from '../../../platform/database.ts'
import type { MovedAnswers } from '../domain/move-answers.ts'
import type { Response } from '../domain/questionnaire.ts'
import type { JourneyWords } from './journey-words.ts'
import { answers, responses } from './response-tables.ts'

export type MovingVersions = ReturnType<typeof movingVersions>

/** Open drafts on versions that are not the current one, and how they come to it. */
export function movingVersions({ db, forget }: Pick<Database, 'db' | 'forget'>, words: JourneyWords) {
  const onOlder = (questionnaireId: number, versionId: number) =>
    and(
      eq(responses.questionnaireId, questionnaireId),
      eq(responses.state, 'draft'),
      eq(responses.isTest, false),
      ne(responses.versionId, versionId),
      // What is asked while applying is answered within minutes, on a message that is not this room's: it stays.
      isNull(responses.applicationId),
    )

  return {
    async countOlder(questionnaireId: number, versionId: number): Promise<number> {
      const [row] = await db
        .select({ count: count() })
        .from(responses)
        .where(onOlder(questionnaireId, versionId))
      return row?.count ?? 0
    },

    /** Their numbers, the first ones. */
    async older(questionnaireId: number, versionId: number, limit: number): Promise<number[]> {
      const rows = await db
        .select({ id: responses.id })
        .from(responses)
        .where(onOlder(questionnaireId, versionId))
        .orderBy(asc(responses.id))
        .limit(limit)
      return rows.map(({ id }) => id)
    },

    /** Gives a locked draft its answers in another version. Its question is asked anew: old buttons are old. */
    async move(
      { id, questionnaireId }: Pick<Response, 'id' | 'questionnaireId'>,
      versionId: number,
      { kept, movedFrom, setAside }: Pick<MovedAnswers, 'kept' | 'movedFrom' | 'setAside'>,
    ): Promise<void> {
      const { seal, sealEach } = await words.of(questionnaireId)
      forget()
      const before = await db
        .delete(answers)
        .where(eq(answers.responseId, id))
        .returning({ path: answers.path, answeredAt: answers.answeredAt, saidBy: answers.saidBy })
      const told = new Map(before.map(({ path, ...how }) => [path, how]))
      const rows = Object.entries(kept).flatMap(([path, value]) => {
        const how = told.get(movedFrom[path] ?? path)
        return how ? [{ responseId: id, path, value: seal(value), ...how }] : []
      })
      if (rows.length > 0) await db.insert(answers).values(rows)
      await db
        .update(responses)
        .set({
          ...{ versionId, place: null, pending: null, revision: sql`${responses.revision} + 1` },
          setAside: sql`coalesce(${responses.setAside}, '{}'::jsonb) || ${JSON.stringify(sealEach(setAside))}::jsonb`,
        })
        .where(eq(responses.id, id))
    },
  }
}
