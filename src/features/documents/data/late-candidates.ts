import type { Database } from '../../../platform/database.ts'
import { inSql, takingPart } from '../../activities/index.ts'
import type { Reach } from '../../people/index.ts'
import type { DocumentRule } from '../domain/document.ts'

/** Somebody who has not brought what was due, if it is asked of them at all. */
export interface LateCandidate {
  applicationId: number
  activityId: number
  personId: number
  side: string | null
  /** Of whom each of these documents is asked. */
  rules: Pick<DocumentRule, 'appliesIf'>[]
}

export type LateCandidates = ReturnType<typeof lateCandidates>

/** Who has a mandatory document outstanding whose last day is past, in the activities of this reach that are not over. */
export const lateCandidates =
  ({ query }: Pick<Database, 'query'>) =>
  (reach: Reach, today: Temporal.PlainDate): Promise<LateCandidate[]> =>
    query<LateCandidate>(
      `with late as materialized (
         select x.id, x.starts_on, r.line ->> 'code' as code, r.line
         from activities x join activity_sheets s on s.activity_id = x.id and s.sheet = 'documents'
           cross join lateral jsonb_array_elements(s.rows) r(line)
         where x.ends_on >= $1::date and x.state <> 'cancelled' and not x.details ? 'onlineAt'
           and ($2::text is null or x.code = any (array(select jsonb_array_elements_text($2::jsonb))))
           and (r.line ->> 'isMandatory')::boolean and (r.line ->> 'dueOn')::date < $1::date)
       select a.id::int as "applicationId", a.activity_id::int as "activityId", a.person_id::int as "personId", d.side,
         jsonb_agg(jsonb_build_object('appliesIf', late.line -> 'appliesIf')) as rules
       from late join applications a on a.activity_id = late.id and a.state in (${inSql(takingPart)})
         left join participant_details d on d.application_id = a.id
         left join document_states n on n.application_id = a.id and n.code = late.code
       where coalesce(n.state, 'requested') in ('requested', 'sent_back', 'expired')
       group by a.id, d.side, late.starts_on order by late.starts_on, a.number`,
      [today.toString(), reach === 'everywhere' ? null : JSON.stringify(reach)],
    )
