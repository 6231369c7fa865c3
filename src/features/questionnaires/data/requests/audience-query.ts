import type { Whom } from '../../domain/whom.ts'
import { applying, inSql, standingStates } from '../../../activities/index.ts'

/** A query for the people of an audience, one row `person_id` each; `$1` is the questionnaire, its own parameters begin at `$<first>`. */
export function audienceQuery(whom: Whom, first: number): { text: string; parameters: unknown[] } {
  if (whom.kind === 'activity') {
    const states = whom.state === 'approved' ? standingStates.approved : applying
    return {
      text: `select distinct person_id from applications
        where activity_id = $${first} and state in (select jsonb_array_elements_text($${first + 1}::jsonb))`,
      parameters: [whom.activityId, JSON.stringify(states)],
    }
  }
  if (whom.kind === 'people')
    return {
      text: `select p.person_id from picked_people p where p.questionnaire_id = $1::bigint and p.picked_by = $${first}::bigint
        and ($${first + 1}::bigint is null or exists (select 1 from applications a where a.person_id = p.person_id
          and a.activity_id = $${first + 1}::bigint and a.state in (${inSql(applying)})))`,
      parameters: [whom.pickedBy, whom.activityId],
    }
  const members = `select distinct m.person_id from firm_members m join firms f on f.id = m.firm_id
    where m.state = 'member'`
  return whom.kind === 'firms'
    ? { text: members, parameters: [] }
    : { text: `${members} and f.cluster in ($${first}, 'both')`, parameters: [whom.cluster] }
}
