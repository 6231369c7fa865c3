import type { Database } from '../../../platform/database.ts'
import { inSql, takingPart } from '../../activities/index.ts'
import type { Reach } from '../../people/index.ts'

/** Somebody who has sent or handed in a document that no coordinator has looked at yet. */
export interface ToCheck {
  applicationId: number
  activityId: number
}

/** Whose documents wait for a coordinator's eyes, in the activities of this reach that are not over; the longest wait first. */
export const documentsToCheck =
  ({ query }: Pick<Database, 'query'>) =>
  (reach: Reach, today: Temporal.PlainDate): Promise<ToCheck[]> =>
    query<ToCheck>(
      `select a.id::int as "applicationId", a.activity_id::int as "activityId"
       from document_states n join applications a on a.id = n.application_id and a.state in (${inSql(takingPart)})
         join activities x on x.id = a.activity_id and x.ends_on >= $1::date and x.state <> 'cancelled'
           and ($2::text is null or x.code = any (array(select jsonb_array_elements_text($2::jsonb))))
       where n.state = 'received'
       group by a.id, a.activity_id order by min(n.changed_at), a.id`,
      [today.toString(), reach === 'everywhere' ? null : JSON.stringify(reach)],
    )
