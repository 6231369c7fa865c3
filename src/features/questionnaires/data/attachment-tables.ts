import { sql } from 'drizzle-orm'
import { pgView, text } from 'drizzle-orm/pg-core'
import { reference } from '../../../platform/columns.ts'

/**
 * Which questionnaire is a form of which activity, and as what. Nothing of it is kept: it follows from the keys of the
 * activity's workbook, whichever of the two has been sent first, and from what a coordinator has chosen on the desk. What
 * the workbook calls it wins over what the form says of itself.
 */
export const questionnaireActivities = pgView('questionnaire_activities', {
  questionnaireId: reference('questionnaire_id').notNull(),
  activityId: reference('activity_id').notNull(),
  role: text().notNull(),
}).as(sql`
  select distinct on (named.questionnaire_id, named.activity_id)
    named.questionnaire_id, named.activity_id, named.role
  from (
    select q.id as questionnaire_id, a.id as activity_id, keys.role, keys.place
    from activities a
    cross join lateral (values
      (1, 'application', a.details->>'applicationForm'), (2, 'logistics', a.details->>'logisticsForm'),
      (3, 'survey', a.details->>'surveyForm'), (4, 'survey', a.details->>'resultsForm')
    ) as keys(place, role, form_id)
    join questionnaires q on lower(q.form_id) = lower(keys.form_id)
    where q.state <> 'draft'
    union all
    select q.id, a.id, q.purpose, 5
    from activities a
    cross join lateral jsonb_array_elements_text(coalesce(a.details->'chosenForms', '[]'::jsonb)) as chosen(form_id)
    join questionnaires q on lower(q.form_id) = lower(chosen.form_id)
    where q.state <> 'draft'
  ) named
  order by named.questionnaire_id, named.activity_id, named.place`)
