import type { Database } from '../../../platform/database.ts'
import { inSql, takingPart } from '../../activities/index.ts'

/** Who of an activity has not handed in its travel form, in the round that runs; by application. */
export const lackingForm =
  ({ query }: Pick<Database, 'query'>) =>
  async (activityId: number): Promise<number[]> => {
    const rows = await query<{ id: number }>(
      `select a.id::int from applications a
         join questionnaire_activities qa on qa.activity_id = a.activity_id and qa.role = 'logistics'
         join questionnaires q on q.id = qa.questionnaire_id
       where a.activity_id = $1 and a.state in (${inSql(takingPart)}) and not exists (
         select from responses r where r.questionnaire_id = q.id and r.round = q.round and r.person_id = a.person_id
           and r.state = 'submitted' and not r.is_test
           and (r.activity_id is null or r.activity_id = a.activity_id))`,
      [activityId],
    )
    return rows.map(({ id }) => id)
  }
