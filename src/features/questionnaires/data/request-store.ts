import type { Clock } from '../../../platform/clock.ts'
import type { Database } from '../../../platform/database.ts'
import { sweep } from '../../../platform/sweep.ts'
import { requestStages, type RequestStage } from '../domain/nudges.ts'
import { writeWhom, type Whom } from '../domain/whom.ts'
import { audienceQuery } from './audience-query.ts'

export type RequestStore = ReturnType<typeof requestStore>

/** A message about a questionnaire that is due. */
export interface DueRequest {
  id: number
  questionnaireId: number
  personId: number
  whom: string
  told: number
}

/** An audience, in numbers. */
export interface AudienceSize {
  count: number
  fresh: number
  unreachable: number
}

/** How many were asked, by how far they have come, and how many do not want to be reminded. */
export type Progress = Record<RequestStage, number> & { stopped: number }

/** How far somebody has come: their own response, or the one of a firm of theirs. */
const stage = `case
  when exists (select 1 from responses a where a.questionnaire_id = r.questionnaire_id and not a.is_test
    and a.state = 'submitted' and theirs(a)) then 'submitted'
  when exists (select 1 from responses a where a.questionnaire_id = r.questionnaire_id and not a.is_test
    and a.state = 'draft' and theirs(a)) then 'begun'
  when r.opened_at is not null then 'opened' else 'asked' end`.replaceAll(
  'theirs(a)',
  `(case when a.firm_id is null then a.person_id = r.person_id else exists (select 1 from firm_members m
    where m.firm_id = a.firm_id and m.person_id = r.person_id and m.state = 'member') end)`,
)

/** Who was asked to answer what, and when they are told again. */
export function requestStore(database: Pick<Database, 'query'>, clock: Clock) {
  const { query } = database
  const now = () => clock.now().toString()
  /** Of one questionnaire, with how far each has come. */
  const staged = `(select r.*, ${stage} as stage from questionnaire_requests r where r.questionnaire_id = $1)`

  return {
    /** How many people an audience has, how many of them have not been asked yet, and how many of those no phone reaches. */
    async sizeOf(questionnaireId: number, whom: Whom): Promise<AudienceSize> {
      const { text, parameters } = audienceQuery(whom, 2)
      const [row] = await query<AudienceSize>(
        `select count(*)::int as count, (count(*) filter (where is_fresh))::int as fresh,
           (count(*) filter (where is_fresh and not is_reachable))::int as unreachable
         from (select not exists (select 1 from questionnaire_requests r
               where r.questionnaire_id = $1 and r.person_id = audience.person_id) as is_fresh,
             exists (select 1 from accounts a where a.person_id = audience.person_id and a.is_reachable)
               as is_reachable
           from (${text}) audience) looked_at`,
        [questionnaireId, ...parameters],
      )
      return row ?? { count: 0, fresh: 0, unreachable: 0 }
    },

    /** Asks everybody in an audience who has not been asked; resolves with how many those are. */
    async ask(questionnaireId: number, whom: Whom, askedBy: number): Promise<number> {
      const { text, parameters } = audienceQuery(whom, 5)
      const added = await query(
        `insert into questionnaire_requests (questionnaire_id, whom, asked_at, next_at, asked_by, person_id)
         select $1::bigint, $2::text, $3::timestamptz, $3::timestamptz, $4::bigint, person_id from (${text}) audience
         on conflict do nothing returning id`,
        [questionnaireId, writeWhom(whom), now(), askedBy, ...parameters],
      )
      return added.length
    },

    async progress(questionnaireId: number): Promise<Progress> {
      const counts = requestStages.map((one) => `(count(*) filter (where stage = '${one}'))::int as ${one}`)
      const [row] = await query<Progress>(
        `select ${counts.join(', ')},
           (count(*) filter (where is_stopped and stage <> 'submitted'))::int as stopped from ${staged} r`,
        [questionnaireId],
      )
      return row ?? { asked: 0, opened: 0, begun: 0, submitted: 0, stopped: 0 }
    },

    /** Who has not handed in, by name, a page of them. */
    async rest(
      questionnaireId: number,
      { offset, limit }: { offset: number; limit: number },
    ): Promise<{ name: string; firm: string | null; stage: RequestStage }[]> {
      return query(
        `select concat_ws(' ', p.given_names, p.surname) as name, r.stage,
           (select min(f.name) from firm_members m join firms f on f.id = m.firm_id
             where m.person_id = r.person_id and m.state = 'member') as firm
         from ${staged} r join persons p on p.id = r.person_id where r.stage <> 'submitted'
         order by p.surname, p.given_names, r.id offset $2 limit $3`,
        [questionnaireId, offset, limit],
      )
    },

    /** Whoever has not handed in and may be reminded is told next; resolves with how many those are. */
    async remindRest(questionnaireId: number): Promise<number> {
      const reminded = await query(
        `update questionnaire_requests set next_at = $2::timestamptz where id in
           (select id from ${staged} r where stage <> 'submitted' and not is_stopped and told > 0) returning id`,
        [questionnaireId, now()],
      )
      return reminded.length
    },

    /** The first time that somebody opened it. */
    async opened(questionnaireId: number, personId: number): Promise<void> {
      await query(
        `update questionnaire_requests set opened_at = $3::timestamptz
         where questionnaire_id = $1 and person_id = $2 and opened_at is null`,
        [questionnaireId, personId, now()],
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
        `select r.id::int, r.questionnaire_id::int as "questionnaireId", r.person_id::int as "personId", r.whom, r.told
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

    /** They have been told once more, or have nothing more to be told. */
    async settle(
      id: number,
      { isTold, nextAt }: { isTold: boolean; nextAt: Temporal.Instant | undefined },
    ): Promise<void> {
      await query(
        `update questionnaire_requests set told = told + $2::int, next_at = $3::timestamptz where id = $1`,
        [id, isTold ? 1 : 0, nextAt?.toString() ?? null],
      )
    },
  }
}
