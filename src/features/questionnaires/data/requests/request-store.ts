import type { Clock } from '../../../../platform/clock.ts'
import type { Database } from '../../../../platform/database.ts'
import { sweep } from '../../../../platform/sweep.ts'
import type { Reach } from '../../../people/index.ts'
import { writeWhom, type Whom } from '../../domain/whom.ts'
import { audienceQuery } from './audience-query.ts'
import { codesOf, requestProgress, staged } from './request-progress.ts'

export type RequestStore = ReturnType<typeof requestStore>

/** A message about a questionnaire that is due. */
export interface DueRequest {
  id: number
  questionnaireId: number
  personId: number
  activityId: number | null
  whom: string
  told: number
  /** A coordinator's own reminder, which is not one of those that come by themselves. */
  isByHand: boolean
}

/** What people are asked to answer. */
export interface Asked {
  questionnaireId: number
  /** For which activity; null: for none. */
  activityId: number | null
}

/** An audience, in numbers. */
export interface AudienceSize {
  count: number
  fresh: number
  unreachable: number
}

/** Who was asked to answer what, and when they are told again. */
export function requestStore(database: Pick<Database, 'query'>, clock: Clock) {
  const { query } = database
  const now = () => clock.now().toString()

  return {
    ...requestProgress(database),

    /** How many people an audience has, how many of them have not been asked yet, and how many of those no phone reaches. */
    async sizeOf({ questionnaireId, activityId }: Asked, whom: Whom): Promise<AudienceSize> {
      const { text, parameters } = audienceQuery(whom, 3)
      const [row] = await query<AudienceSize>(
        `select count(*)::int as count, (count(*) filter (where is_fresh))::int as fresh,
           (count(*) filter (where is_fresh and not is_reachable))::int as unreachable
         from (select not exists (select 1 from questionnaire_requests r
               where r.questionnaire_id = $1 and r.person_id = audience.person_id
                 and coalesce(r.activity_id, 0) = coalesce($2::bigint, 0)) as is_fresh,
             exists (select 1 from accounts a where a.person_id = audience.person_id and a.is_reachable)
               as is_reachable
           from (${text}) audience) looked_at`,
        [questionnaireId, activityId, ...parameters],
      )
      return row ?? { count: 0, fresh: 0, unreachable: 0 }
    },

    /** Asks everybody in an audience who has not been asked; resolves with how many those are. */
    async ask({ questionnaireId, activityId }: Asked, whom: Whom, askedBy: number): Promise<number> {
      const { text, parameters } = audienceQuery(whom, 6)
      const added = await query(
        `insert into questionnaire_requests (questionnaire_id, whom, asked_at, next_at, asked_by, activity_id, person_id)
         select $1::bigint, $2::text, $3::timestamptz, $3::timestamptz, $4::bigint, $5::bigint, person_id from (${text}) audience
         on conflict do nothing returning id`,
        [questionnaireId, writeWhom(whom), now(), askedBy, activityId, ...parameters],
      )
      return added.length
    },

    /**
     * Whoever has not handed in and may be reminded is told next; resolves with how many those are, and how many are not
     * because they have been told within the last minutes: a tap that comes twice reminds nobody twice.
     */
    async remindRest(
      questionnaireId: number,
      within: Reach,
    ): Promise<{ reminded: number; justTold: number }> {
      const [row] = await query<{ reminded: number; justTold: number }>(
        `with rest as (select id, next_at, is_by_hand, told_at from ${staged} r
             where stage <> 'submitted' and not is_stopped and told > 0),
         fresh as (select id from rest where (told_at is null or told_at < $4::timestamptz)
             and not (is_by_hand and next_at is not null)),
         reminded as (update questionnaire_requests set next_at = $3::timestamptz, is_by_hand = true
           where id in (select id from fresh) returning id)
         select (select count(*) from reminded)::int as reminded,
           ((select count(*) from rest) - (select count(*) from reminded))::int as "justTold"`,
        [
          ...[questionnaireId, codesOf(within), now()],
          clock.now().subtract({ minutes: minutesBetween }).toString(),
        ],
      )
      return row ?? { reminded: 0, justTold: 0 }
    },

    /** Whoever has been asked and not been told yet is not asked after all; resolves with how many those are. */
    async takeBack(questionnaireId: number, within: Reach): Promise<number> {
      const gone = await query(
        `delete from questionnaire_requests where id in
           (select id from ${staged} r where told = 0 and next_at is not null and asked_by is not null) returning id`,
        [questionnaireId, codesOf(within)],
      )
      return gone.length
    },

    /** The first time that somebody opened it. */
    async opened(questionnaireId: number, personId: number, activityId: number | null): Promise<void> {
      await query(
        `update questionnaire_requests set opened_at = $3::timestamptz
         where questionnaire_id = $1 and person_id = $2 and opened_at is null
           and (activity_id is null or activity_id = $4::bigint)`,
        [questionnaireId, personId, now(), activityId],
      )
    },

    /** No more reminders for this person; of every questionnaire, where none is named. */
    async stop(personId: number, questionnaireId: number | undefined): Promise<void> {
      await query(
        `update questionnaire_requests set is_stopped = true, next_at = null
         where person_id = $1 and ($2::bigint is null or questionnaire_id = $2::bigint)`,
        [personId, questionnaireId ?? null],
      )
    },

    /** When the next message is due. */
    async nextDue(): Promise<Temporal.Instant | undefined> {
      const [row] = await query<{ at: string | null }>(
        `select to_char(min(next_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at
         from questionnaire_requests where next_at is not null`,
        [],
      )
      return row?.at ? Temporal.Instant.from(row.at) : undefined
    },

    /**
     * A portion of what is due, locked, person by person: whatever else they would be told within a day is told with it.
     * Less than a day, so that what another process has just told them is not due again.
     */
    async due(moment: Temporal.Instant): Promise<DueRequest[]> {
      return query<DueRequest>(
        `select r.id::int, r.questionnaire_id::int as "questionnaireId", r.person_id::int as "personId",
           r.activity_id::int as "activityId", r.whom, r.told,
           r.is_by_hand as "isByHand"
         from questionnaire_requests r
         where r.person_id in (select person_id from questionnaire_requests
             where next_at <= $1::timestamptz order by next_at limit 40)
           and r.next_at <= $2::timestamptz
         order by r.person_id, r.id for update skip locked`,
        [moment.toString(), moment.add({ hours: 23 }).toString()],
      )
    },

    /** Who was asked what is of no use after a year. */
    sweep: sweep(database, { table: 'questionnaire_requests', where: 'asked_at < $1', afterHours: 365 * 24 }),

    /** They are told later; nothing else changes. */
    async postpone(ids: readonly number[], until: Temporal.Instant): Promise<void> {
      await query(
        `update questionnaire_requests set next_at = $2::timestamptz
         where id in (select value::bigint from jsonb_array_elements_text($1::jsonb))`,
        [JSON.stringify(ids), until.toString()],
      )
    },

    /** They have been told, or have nothing more to be told. A reminder by hand is none of those that are counted. */
    async settle(
      id: number,
      { isTold, told, nextAt }: { isTold: boolean; told: number; nextAt: Temporal.Instant | undefined },
    ): Promise<void> {
      await query(
        `update questionnaire_requests set told = $2::int, next_at = $3::timestamptz, is_by_hand = false,
           told_at = case when $4::boolean then $5::timestamptz else told_at end where id = $1`,
        [id, told, nextAt?.toString() ?? null, isTold, now()],
      )
    },
  }
}

/** Within these minutes nobody is reminded by hand again. */
const minutesBetween = 10
