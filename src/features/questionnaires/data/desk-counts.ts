import { and, count, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Reach } from '../../people/index.ts'
import type { Database } from '../../../platform/database.ts'
import { activities } from '../../activities/data/tables.ts'
import { responses } from './response-tables.ts'

export type DeskCounts = ReturnType<typeof deskCounts>

/** How many have begun and not handed in, and how many have handed in. */
export interface Answered {
  begun: number
  submitted: number
}

export interface OpenDrafts {
  /** Those that can be moved to a new version. */
  movable: number
  whileApplying: number
}

/** What a coordinator's desk counts; trial runs and edits of what was handed in are not in it. */
export function deskCounts({ db }: Pick<Database, 'db'>) {
  const counted = and(
    ...[eq(responses.isTest, false), isNull(responses.editsId)],
    // Those of the round that is under way.
    sql`${responses.round} = (select q.round from questionnaires q where q.id = ${responses.questionnaireId})`,
  )
  const inState = (state: string) => sql<number>`(count(*) filter (where ${responses.state} = ${state}))::int`

  return {
    async answered(questionnaireIds: readonly number[], within: Reach): Promise<Map<number, Answered>> {
      if (questionnaireIds.length === 0) return new Map()
      const rows = await db
        .select({ id: responses.questionnaireId, begun: inState('draft'), submitted: inState('submitted') })
        .from(responses)
        .leftJoin(activities, eq(activities.id, responses.activityId))
        .where(
          and(
            counted,
            inArray(responses.questionnaireId, [...questionnaireIds]),
            within === 'everywhere' ? undefined : inArray(activities.code, [...within, '']),
          ),
        )
        .groupBy(responses.questionnaireId)
      return new Map(rows.map(({ id, ...answered }) => [id, answered]))
    },

    /** The same of one questionnaire, for each activity it is answered for. */
    async ofEachActivity(questionnaireId: number): Promise<Map<number, Answered>> {
      const rows = await db
        .select({ id: responses.activityId, begun: inState('draft'), submitted: inState('submitted') })
        .from(responses)
        .where(and(counted, eq(responses.questionnaireId, questionnaireId)))
        .groupBy(responses.activityId)
      return new Map(rows.flatMap(({ id, ...answered }) => (id === null ? [] : [[id, answered]])))
    },

    /** Drafts somebody is in the middle of; those of an application end on the version they were begun with. */
    async openDrafts(questionnaireId: number): Promise<OpenDrafts> {
      const [row] = await db
        .select({
          all: count(),
          whileApplying: sql<number>`(count(*) filter (where ${responses.applicationId} is not null))::int`,
        })
        .from(responses)
        .where(
          and(
            eq(responses.isTest, false),
            eq(responses.questionnaireId, questionnaireId),
            eq(responses.state, 'draft'),
          ),
        )
      const { all = 0, whileApplying = 0 } = row ?? {}
      return { movable: all - whileApplying, whileApplying }
    },
  }
}
