import type { Database } from '../../../platform/database.ts'

/** What somebody has told for their journey in the forms of an activity goes, and nobody asks them any more. */
export const forgetTravel =
  ({ query, forget }: Pick<Database, 'query' | 'forget'>) =>
  async (personId: number, activityId: number): Promise<void> => {
    forget()
    const travelForms = `(select questionnaire_id from questionnaire_activities
      where activity_id = $2 and role = 'logistics')`
    await query(
      `delete from responses where person_id = $1 and activity_id = $2 and firm_id is null
         and questionnaire_id in ${travelForms}`,
      [personId, activityId],
    )
    await query(
      `delete from questionnaire_requests where person_id = $1 and activity_id = $2
         and questionnaire_id in ${travelForms}`,
      [personId, activityId],
    )
  }
