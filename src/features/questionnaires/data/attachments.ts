import { eq } from 'drizzle-orm'
import type { Database } from '../../../platform/database.ts'
import type { Attachment, Role, Seat } from '../domain/attachment.ts'
import { questionnaireActivities } from './attachment-tables.ts'
import { applying, inSql, standingStates } from '../../activities/index.ts'

export type Attachments = ReturnType<typeof attachmentReads>

/** A form of an activity, as it concerns somebody. */
export interface OwnAttachment extends Attachment {
  seat: Seat
  /** Its last day has come where it takes place. */
  isEnding: boolean
  /** Those who apply receive guests at home and do not travel. */
  isHosting: boolean
  /** They have been asked to answer it. */
  isAsked: boolean
}

/** Which questionnaires are forms of which activities. */
export function attachmentReads({ db, query, remember }: Pick<Database, 'db' | 'query' | 'remember'>) {
  return {
    /** The activities a questionnaire is a form of. */
    of: (questionnaireId: number): Promise<Attachment[]> =>
      remember(`attachments of ${questionnaireId}`, async () => {
        const rows = await db
          .select()
          .from(questionnaireActivities)
          .where(eq(questionnaireActivities.questionnaireId, questionnaireId))
          .orderBy(questionnaireActivities.activityId)
        return rows.map(asAttachment)
      }),

    /** Whether it was answered or sent outside of these activities: that is the house's, whoever names the form by now. */
    async goesBeyond(questionnaireId: number, activityIds: readonly number[]): Promise<boolean> {
      const elsewhere = `coalesce(activity_id, 0) not in (select jsonb_array_elements_text($2::jsonb)::bigint)`
      const [row] = await query<{ isSo: boolean }>(
        `select exists (select 1 from responses
             where questionnaire_id = $1 and not is_test and state <> 'withdrawn' and ${elsewhere})
           or exists (select 1 from questionnaire_requests where questionnaire_id = $1 and ${elsewhere}) as "isSo"`,
        [questionnaireId, JSON.stringify(activityIds)],
      )
      return row?.isSo === true
    },

    /** The forms of an activity. */
    async ofActivity(activityId: number): Promise<Attachment[]> {
      const rows = await db
        .select()
        .from(questionnaireActivities)
        .where(eq(questionnaireActivities.activityId, activityId))
      return rows.map(asAttachment)
    },

    /** All forms of activities, and where this person stands with each of these. */
    async concerning(personId: number, now: Temporal.Instant): Promise<OwnAttachment[]> {
      return query<OwnAttachment>(
        `select f.questionnaire_id::int as "questionnaireId", f.activity_id::int as "activityId", f.role,
           case when p.state is null then 'none' when p.state in (${inSql(standingStates.approved)}) then 'approved' else 'applicant' end as seat,
           a.ends_on <= ($2::timestamptz at time zone a.time_zone)::date as "isEnding",
           a.kind = 'purchasing_delegation' as "isHosting",
           exists (select 1 from questionnaire_requests r where r.questionnaire_id = f.questionnaire_id
             and r.activity_id = f.activity_id and r.person_id = $1) as "isAsked"
         from questionnaire_activities f join activities a on a.id = f.activity_id
         left join applications p on p.activity_id = f.activity_id and p.person_id = $1
           and p.state in (${inSql(applying)})
         where a.state <> 'cancelled' order by f.questionnaire_id, f.activity_id`,
        [personId, now.toString()],
      )
    },
  }
}

const asAttachment = ({ role, ...row }: { questionnaireId: number; activityId: number; role: string }) => ({
  ...row,
  role: role as Role,
})
