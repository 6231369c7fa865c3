import type { Clock } from '../../../../platform/clock.ts'
import type { Database } from '../../../../platform/database.ts'
import { writeWhom } from '../../domain/whom.ts'
import { inSql, takingPart } from '../../../activities/index.ts'

/** Somebody who is asked without a coordinator's hand, and from when on. */
export interface ToAsk {
  questionnaireId: number
  activityId: number
  personId: number
  at: Temporal.Instant
  zone: string
}

interface Row extends Omit<ToAsk, 'at'> {
  at: string
}

const formsNamed = (role: 'logistics' | 'survey') =>
  role === 'logistics'
    ? `lower(a.details->>'logisticsForm')`
    : `lower(a.details->>'surveyForm'), lower(a.details->>'resultsForm')`

/**
 * A form for those who are approved: one that the workbook names, or that has been sent to the approved people before, so that
 * whoever is approved later gets it too.
 */
const goesToApproved = (role: 'logistics' | 'survey') => `f.role = '${role}' and a.state <> 'cancelled'
  and (lower(q.form_id) in (${formsNamed(role)}) or exists (select 1 from questionnaire_requests sent
    where sent.questionnaire_id = q.id and sent.activity_id = a.id and sent.whom = 'a' || a.id || '.approved'
      and sent.told > 0))`

/** Travel forms as soon as somebody is approved, until the trip begins; who receives guests at home does not travel. */
const beforehand = `select f.questionnaire_id, f.activity_id, $1::timestamptz as at
  from questionnaire_activities f join questionnaires q on q.id = f.questionnaire_id
  join activities a on a.id = f.activity_id
  where ${goesToApproved('logistics')} and a.kind <> 'purchasing_delegation'
    and a.starts_on > ($1::timestamptz at time zone a.time_zone)::date`

/** What is asked afterwards: on the next day at ten where somebody lives, for a month. */
const afterwards = `select f.questionnaire_id, f.activity_id, null::timestamptz as at
  from questionnaire_activities f join questionnaires q on q.id = f.questionnaire_id
  join activities a on a.id = f.activity_id
  where ${goesToApproved('survey')} and a.ends_on > ($1::timestamptz at time zone a.time_zone)::date - 31`

const toAsk = `select q.id::int as "questionnaireId", a.id::int as "activityId", p.person_id::int as "personId",
    coalesce(who.home_zone, $2::text) as zone,
    greatest(coalesce(due.at, ((a.ends_on + 1) + time '10:00') at time zone coalesce(who.home_zone, $2::text)),
      q.opens_at) as at
  from (${beforehand} union all ${afterwards}) due
  join questionnaires q on q.id = due.questionnaire_id and q.state = 'published'
    and (q.closes_at is null or q.closes_at > $1::timestamptz)
  join activities a on a.id = due.activity_id
  join applications p on p.activity_id = a.id and p.state in (${inSql(takingPart)})
  join persons who on who.id = p.person_id
  where not exists (select 1 from questionnaire_requests r
    where r.questionnaire_id = q.id and r.activity_id = a.id and r.person_id = p.person_id)`

const asText = `to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`

/** Who is to be asked by itself: those who are approved, for the forms of their activity. */
export function askedByItself({ query }: Pick<Database, 'query'>, clock: Clock, homeTimeZone: string) {
  let looked: { at: Temporal.Instant; next: Temporal.Instant | undefined } | undefined

  return {
    /** Looked for every ten seconds only: with thousands of activities it takes a twentieth of one. */
    async nextDue(): Promise<Temporal.Instant | undefined> {
      const now = clock.now()
      if (looked && isWithin(looked.at, now, secondsBetween)) return looked.next
      const [row] = await query<{ at: string | null }>(
        `select ${asText} as at from (select min(at) as at from (${toAsk}) due) next`,
        [now.toString(), homeTimeZone],
      )
      const next = row?.at ? Temporal.Instant.from(row.at) : undefined
      // Where somebody is to be asked now, it is looked again after each portion.
      looked = next && Temporal.Instant.compare(next, now) <= 0 ? undefined : { at: now, next }
      return next
    },

    async due(now: Temporal.Instant): Promise<ToAsk[]> {
      const rows = await query<Row>(
        `select "questionnaireId", "activityId", "personId", zone, ${asText} as at from (${toAsk}) due
         where at <= $1::timestamptz limit 200`,
        [now.toString(), homeTimeZone],
      )
      return rows.map((row) => ({ ...row, at: Temporal.Instant.from(row.at) }))
    },

    /** They are told at the moment that is given; whoever has been asked meanwhile is not asked twice. */
    async ask({ questionnaireId, activityId, personId }: ToAsk, at: Temporal.Instant): Promise<void> {
      const whom = writeWhom({ kind: 'activity', activityId, state: 'approved' })
      await query(
        `insert into questionnaire_requests (questionnaire_id, whom, asked_at, next_at, activity_id, person_id)
         values ($1, $2, $3::timestamptz, $4::timestamptz, $5, $6) on conflict do nothing`,
        [questionnaireId, whom, clock.now().toString(), at.toString(), activityId, personId],
      )
    },
  }
}

const secondsBetween = 10

const isWithin = (former: Temporal.Instant, now: Temporal.Instant, seconds: number): boolean => {
  const passed = now.since(former).total('seconds')
  return passed >= 0 && passed < seconds
}
