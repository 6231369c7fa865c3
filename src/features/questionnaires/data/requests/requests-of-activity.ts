import type { Database } from '../../../../platform/database.ts'

export type RequestsOfActivity = ReturnType<typeof requestsOfActivity>

/** Who was asked for one of the activities of a questionnaire. */
export function requestsOfActivity({ query }: Pick<Database, 'query'>) {
  return {
    /** How many people were asked for each. */
    async countEach(questionnaireId: number): Promise<ReadonlyMap<number, number>> {
      const rows = await query<{ id: number; count: number }>(
        `select activity_id::int as id, count(*)::int as count from questionnaire_requests
         where questionnaire_id = $1 and activity_id is not null group by activity_id`,
        [questionnaireId],
      )
      return new Map(rows.map(({ id, count }) => [id, count]))
    },

    /** Nobody is reminded any more, and whoever has not been told yet is not asked after all. */
    async end(questionnaireId: number, activityId: number): Promise<void> {
      const ofIt = 'questionnaire_id = $1 and activity_id = $2::bigint'
      await query(`delete from questionnaire_requests where ${ofIt} and told = 0`, [
        questionnaireId,
        activityId,
      ])
      await query(`update questionnaire_requests set next_at = null where ${ofIt} and next_at is not null`, [
        questionnaireId,
        activityId,
      ])
    },
  }
}
