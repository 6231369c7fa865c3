import { and, eq, inArray, isNotNull, sql } from 'drizzle-orm'
import type { Database } from '../../../../platform/database.ts'
import type { Response } from '../../domain/questionnaire.ts'
import { asResponse } from '../as-questionnaire.ts'
import type { JourneyWords } from '../journey-words.ts'
import { answers, responseFiles, responses } from '../response-tables.ts'

export type SectionParts = ReturnType<typeof sectionParts>

/** Sections of a firm's draft that colleagues answer, each in a draft of its own until it comes back. */
export function sectionParts(
  { db, forget }: Pick<Database, 'db' | 'forget'>,
  words: Pick<JourneyWords, 'open'>,
) {
  return {
    /** The part of this person, while they are answering it. */
    async of(responseId: number, section: string, personId: number): Promise<Response | undefined> {
      const [row] = await db
        .select()
        .from(responses)
        .where(
          and(
            ...[eq(responses.editsId, responseId), eq(responses.section, section)],
            ...[eq(responses.personId, personId), eq(responses.state, 'draft')],
          ),
        )
      return row && asResponse(row, words)
    },

    /**
     * Whoever was answering a section, or any of them, does so no more: what they have said stays out of the draft. Resolves
     * with those parts.
     */
    async layAside(responseId: number, section?: string): Promise<Response[]> {
      forget()
      const rows = await db
        .update(responses)
        .set({ state: 'withdrawn' })
        .where(
          and(
            eq(responses.editsId, responseId),
            section === undefined ? isNotNull(responses.section) : eq(responses.section, section),
            eq(responses.state, 'draft'),
          ),
        )
        .returning()
      return rows.map((row) => asResponse(row, words))
    },

    /**
     * The answers of a part take the place of those in the draft. The draft's own revision stays as it is, so that whoever is
     * in the middle of another section notices nothing.
     */
    async handBack(
      partId: number,
      responseId: number,
      { taken, replaced }: { taken: readonly string[]; replaced: readonly string[] },
    ): Promise<void> {
      forget()
      if (replaced.length > 0)
        await db
          .delete(answers)
          .where(and(eq(answers.responseId, responseId), inArray(answers.path, [...replaced])))
      if (taken.length > 0)
        await db
          .update(answers)
          .set({ responseId: sql`${responseId}::bigint` })
          .where(and(eq(answers.responseId, partId), inArray(answers.path, [...taken])))
      await db
        .update(responseFiles)
        .set({ responseId: sql`${responseId}::bigint` })
        .where(eq(responseFiles.responseId, partId))
      await db.delete(responses).where(eq(responses.id, partId))
      await db.update(responses).set({ isBySeveral: true }).where(eq(responses.id, responseId))
    },
  }
}
