DROP INDEX "questionnaire_requests_one";--> statement-breakpoint
DROP INDEX "responses_one_draft_per_person";--> statement-breakpoint
DROP INDEX "responses_one_draft_per_firm";--> statement-breakpoint
ALTER TABLE "questionnaire_requests" ADD COLUMN "activity_id" bigint;--> statement-breakpoint
ALTER TABLE "anonymous_responses" ADD COLUMN "activity_id" bigint;--> statement-breakpoint
ALTER TABLE "responses" ADD COLUMN "application_id" bigint;--> statement-breakpoint
ALTER TABLE "questionnaire_requests" ADD CONSTRAINT "questionnaire_requests_activity_id_activities_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."activities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "anonymous_responses" ADD CONSTRAINT "anonymous_responses_activity_id_activities_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."activities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "responses" ADD CONSTRAINT "responses_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "responses_one_per_application" ON "responses" USING btree ("application_id","questionnaire_id") WHERE "responses"."application_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "questionnaire_requests_one" ON "questionnaire_requests" USING btree ("questionnaire_id","person_id",coalesce("activity_id", 0));--> statement-breakpoint
CREATE UNIQUE INDEX "responses_one_draft_per_person" ON "responses" USING btree ("questionnaire_id","person_id","is_test",coalesce("activity_id", 0)) WHERE "responses"."state" = 'draft' and "responses"."firm_id" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "responses_one_draft_per_firm" ON "responses" USING btree ("questionnaire_id","firm_id","is_test",coalesce("activity_id", 0)) WHERE "responses"."state" = 'draft' and "responses"."firm_id" is not null;--> statement-breakpoint
CREATE VIEW "public"."questionnaire_activities" AS (
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
  order by named.questionnaire_id, named.activity_id, named.place);
--> statement-breakpoint
update activities a set details = a.details || jsonb_build_object('chosenForms', coalesce(a.details->'chosenForms', '[]'::jsonb)
    || (select jsonb_agg(q.form_id order by q.id) from questionnaires q where q.activity_id = a.id))
  where exists (select 1 from questionnaires q where q.activity_id = a.id and lower(q.form_id) not in (
    select lower(form_id) from (values (a.details->>'applicationForm'), (a.details->>'logisticsForm'),
      (a.details->>'surveyForm'), (a.details->>'resultsForm')) as keys(form_id) where form_id is not null));
--> statement-breakpoint
update questionnaire_requests r set activity_id = q.activity_id from questionnaires q where q.id = r.questionnaire_id;
--> statement-breakpoint
update anonymous_responses r set activity_id = q.activity_id
  from questionnaire_versions v join questionnaires q on q.id = v.questionnaire_id where v.id = r.version_id;
