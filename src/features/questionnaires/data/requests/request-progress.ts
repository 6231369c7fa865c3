import type { Database } from '../../../../platform/database.ts'
import type { Reach } from '../../../people/index.ts'
import { requestStages, type RequestStage } from '../../domain/nudges.ts'

/** How many were asked, by how far they have come. */
export type Stages = Record<RequestStage, number>

/**
 * How many people were asked, by how far they have come, and how many do not want to be reminded, are still to be told, and can
 * be reached by no phone.
 */
export type Progress = Stages & {
  stopped: number
  waiting: number
  unreachable: number
}

/** Somebody no phone reaches, and why: `never` has not opened the bot, `blocked` has closed it. */
export interface Unreachable {
  name: string
  firm: string | null
  because: 'never' | 'blocked'
}

/** A page of names, of the activities within somebody's reach. */
export interface Page {
  offset: number
  limit: number
  within: Reach
}

const isGiven = (state: 'submitted' | 'draft') => `exists (select 1 from responses a
    where a.questionnaire_id = r.questionnaire_id and not a.is_test
    and a.round = (select q.round from questionnaires q where q.id = r.questionnaire_id)
    and a.state = '${state}' and theirs(a))`

/** How far somebody has come: their own response, or the one of a firm of theirs. */
const stage = `case
  when ${isGiven('submitted')} then 'submitted'
  when ${isGiven('draft')} then 'begun'
  when r.opened_at is not null then 'opened' else 'asked' end`.replaceAll(
  'theirs(a)',
  `(r.activity_id is null or a.activity_id = r.activity_id) and (case when a.firm_id is null then a.person_id = r.person_id else exists (select 1 from firm_members m
    where m.firm_id = a.firm_id and m.person_id = r.person_id and m.state = 'member') end)`,
)

const isLookedAt = `r.questionnaire_id = $1 and ($2::jsonb is null or r.activity_id in (select id from activities
    where code in (select jsonb_array_elements_text($2::jsonb))))`

/** The requests of questionnaire `$1` for the activities within `$2`, as `codesOf` writes it, with how far each has come. */
export const staged = `(select r.*, ${stage} as stage from questionnaire_requests r where ${isLookedAt})`

/** The codes of the activities about whose people somebody may know; null: all there are. */
export const codesOf = (within: Reach): string | null =>
  within === 'everywhere' ? null : JSON.stringify(within)

/** The firms whose people were asked, and whether somebody of each has opened it: what several are asked, one answers. */
const firmsAsked = `(select r.questionnaire_id, r.activity_id, m.firm_id, bool_or(r.opened_at is not null) as is_opened
  from questionnaire_requests r join firm_members m on m.person_id = r.person_id and m.state = 'member'
  where ${isLookedAt} group by r.questionnaire_id, r.activity_id, m.firm_id)`

const firmStage = `case
  when ${isGiven('submitted')} then 'submitted'
  when ${isGiven('draft')} then 'begun'
  when r.is_opened then 'opened' else 'asked' end`.replaceAll(
  'theirs(a)',
  `a.firm_id = r.firm_id and (r.activity_id is null or a.activity_id = r.activity_id)`,
)

const countedBy = requestStages
  .map((one) => `(count(*) filter (where stage = '${one}'))::int as ${one}`)
  .join(', ')

const noPhone = `not exists (select 1 from accounts a where a.person_id = r.person_id and a.is_reachable)`

const nameAndFirm = `concat_ws(' ', p.given_names, p.surname) as name,
  (select min(f.name) from firm_members m join firms f on f.id = m.firm_id
    where m.person_id = r.person_id and m.state = 'member') as firm`

/** How far those have come who were asked to answer. */
export function requestProgress({ query }: Pick<Database, 'query'>) {
  return {
    async progress(questionnaireId: number, within: Reach): Promise<Progress> {
      const [row] = await query<Progress>(
        `select ${countedBy},
           (count(*) filter (where is_stopped and stage <> 'submitted'))::int as stopped,
           (count(*) filter (where told = 0 and next_at is not null))::int as waiting,
           (count(*) filter (where stage <> 'submitted' and ${noPhone}))::int as unreachable from ${staged} r`,
        [questionnaireId, codesOf(within)],
      )
      return row ?? { asked: 0, opened: 0, begun: 0, submitted: 0, stopped: 0, waiting: 0, unreachable: 0 }
    },

    /** How far the firms have come whose people were asked. */
    async firmProgress(questionnaireId: number, within: Reach): Promise<Stages> {
      const [row] = await query<Stages>(
        `select ${countedBy} from (select ${firmStage} as stage from ${firmsAsked} r) firms`,
        [questionnaireId, codesOf(within)],
      )
      return row ?? { asked: 0, opened: 0, begun: 0, submitted: 0 }
    },

    /** Who has not handed in, by name, a page of them. */
    async rest(
      questionnaireId: number,
      { offset, limit, within }: Page,
    ): Promise<{ name: string; firm: string | null; stage: RequestStage }[]> {
      return query(
        `select ${nameAndFirm}, r.stage
         from ${staged} r join persons p on p.id = r.person_id where r.stage <> 'submitted'
         order by p.surname, p.given_names, r.id offset $3 limit $4`,
        [questionnaireId, codesOf(within), offset, limit],
      )
    },

    /** Whom no phone reaches of those who have not handed in, by name. */
    async unreachable(questionnaireId: number, { offset, limit, within }: Page): Promise<Unreachable[]> {
      return query(
        `select ${nameAndFirm},
           case when exists (select 1 from accounts a where a.person_id = r.person_id) then 'blocked'
             else 'never' end as because
         from ${staged} r join persons p on p.id = r.person_id where r.stage <> 'submitted' and ${noPhone}
         order by p.surname, p.given_names, r.id offset $3 limit $4`,
        [questionnaireId, codesOf(within), offset, limit],
      )
    },
  }
}
