import type { Database } from '../../../platform/database.ts'
import type { Forgets, Gone } from '../../people/index.ts'

/** What was filled in for these activities in a form for the journey: by what the form says of itself, or by the workbook. */
const held = `held as (
  select r.id, r.person_id, r.activity_id, r.state from responses r join questionnaires q on q.id = r.questionnaire_id
  where r.activity_id = any(string_to_array($1, ',')::bigint[])
    and (q.purpose = 'logistics' or exists (select 1 from questionnaire_activities f
      where f.questionnaire_id = r.questionnaire_id and f.activity_id = r.activity_id and f.role = 'logistics')))`

const whose = `select distinct held.person_id::int as "personId", held.activity_id::int as "activityId"
  from held join gone using (id) where held.person_id is not null`

/** What people have told for a journey in forms, and how it goes. That a form was handed in stays, under its number. */
export function journeysKept({ query, forget }: Pick<Database, 'query' | 'forget'>): Forgets {
  /** The answers to some questions, by their names. */
  const answersTo =
    (...names: string[]) =>
    (activityIds: readonly number[]) => {
      forget()
      return query<Gone>(
        `with ${held}, gone as (
           delete from answers a using held where a.response_id = held.id
             and regexp_replace(a.path, '^.*/', '') = any(string_to_array($2, ',')) returning held.id)
         ${whose}`,
        [activityIds.join(','), names.join(',')],
      )
    }

  return {
    meals: answersTo('meals', 'meals_other'),
    assistance: answersTo('assistance'),
    emergencyContact: answersTo('emergency_name', 'emergency_phone', 'emergency_relation'),
    travelForm(activityIds) {
      forget()
      return query<Gone>(
        `with ${held},
           drafts as (delete from responses r using held where r.id = held.id and r.state <> 'submitted' returning r.id),
           said as (delete from answers a using held where a.response_id = held.id returning held.id),
           files as (delete from response_files f using held where f.response_id = held.id returning held.id),
           worked_out as (
             update responses r set calculated = null, set_aside = null from held
             where r.id = held.id and held.state = 'submitted' and num_nonnulls(r.calculated, r.set_aside) > 0
             returning r.id),
           gone as (select id from said union select id from files union select id from worked_out)
         ${whose}`,
        [activityIds.join(',')],
      )
    },
  }
}
