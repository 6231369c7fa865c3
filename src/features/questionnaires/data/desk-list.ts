import { and, desc, eq, exists, inArray, ne, sql } from 'drizzle-orm'
import type { Database } from '../../../platform/database.ts'
import { activities } from '../../activities/data/tables.ts'
import type { Reach } from '../../people/index.ts'
import type { Titled } from '../domain/form-language.ts'
import type { Questionnaire } from '../domain/questionnaire.ts'
import { asQuestionnaire } from './as-questionnaire.ts'
import { questionnaireActivities } from './attachment-tables.ts'
import { questionnaires, questionnaireVersions } from './tables.ts'

export interface DeskPage {
  rows: { questionnaire: Questionnaire; form: Titled }[]
  total: number
}

/** The questionnaires on a coordinator's desk: what takes answers first, then what is closed, then the archive. */
export const deskList =
  ({ db }: Pick<Database, 'db'>) =>
  async (reach: Reach, { offset, limit }: { offset: number; limit: number }): Promise<DeskPage> => {
    const ofActivities = (codes: readonly string[]) =>
      db
        .select({ one: sql`1` })
        .from(questionnaireActivities)
        .innerJoin(activities, eq(activities.id, questionnaireActivities.activityId))
        .where(
          and(
            eq(questionnaireActivities.questionnaireId, questionnaires.id),
            inArray(activities.code, [...codes, '']),
          ),
        )
    const found = await db
      .select({
        questionnaire: questionnaires,
        form: sql<Titled>`${questionnaireVersions.form} - 'root' - 'lists'`,
        total: sql<number>`(count(*) over ())::int`,
      })
      .from(questionnaires)
      .innerJoin(questionnaireVersions, eq(questionnaireVersions.id, questionnaires.versionId))
      .where(
        and(
          ne(questionnaires.state, 'draft'),
          reach === 'everywhere' ? undefined : exists(ofActivities(reach)),
        ),
      )
      .orderBy(
        sql`array_position(array['published', 'closed', 'archived'], ${questionnaires.state})`,
        desc(questionnaires.updatedAt),
        desc(questionnaires.id),
      )
      .offset(offset)
      .limit(limit)
    return {
      rows: found.map(({ questionnaire, form }) => ({
        questionnaire: asQuestionnaire(questionnaire),
        form,
      })),
      total: found[0]?.total ?? 0,
    }
  }
