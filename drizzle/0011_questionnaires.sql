CREATE TABLE "anonymous_responses" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"version_id" bigint NOT NULL,
	"answers" jsonb NOT NULL,
	"calculated" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "answers" (
	"response_id" bigint NOT NULL,
	"path" text NOT NULL,
	"value" text NOT NULL,
	"answered_at" timestamp with time zone NOT NULL,
	CONSTRAINT "answers_response_id_path_pk" PRIMARY KEY("response_id","path")
);
--> statement-breakpoint
CREATE TABLE "questionnaire_versions" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "questionnaire_versions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"questionnaire_id" bigint NOT NULL,
	"version" text NOT NULL,
	"form" jsonb NOT NULL,
	"published_by" bigint,
	"published_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "questionnaires" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "questionnaires_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"form_id" text NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"purpose" text NOT NULL,
	"scope" text DEFAULT 'person' NOT NULL,
	"is_anonymous" boolean DEFAULT false NOT NULL,
	"opens_at" timestamp with time zone,
	"closes_at" timestamp with time zone,
	"activity_id" bigint,
	"version_id" bigint,
	"last_number" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "questionnaires_state_known" CHECK ("questionnaires"."state" in ('draft', 'published', 'closed', 'archived')),
	CONSTRAINT "questionnaires_purpose_known" CHECK ("questionnaires"."purpose" in ('application', 'logistics', 'needs_analysis', 'survey', 'free')),
	CONSTRAINT "questionnaires_scope_known" CHECK ("questionnaires"."scope" in ('person', 'firm')),
	CONSTRAINT "questionnaires_close_after_open" CHECK ("questionnaires"."closes_at" is null or "questionnaires"."closes_at" > "questionnaires"."opens_at")
);
--> statement-breakpoint
CREATE TABLE "response_files" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "response_files_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"response_id" bigint NOT NULL,
	"file_id" text NOT NULL,
	"kind" text NOT NULL,
	"name" text,
	"size" integer,
	"media_type" text,
	"content" "bytea",
	"received_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "responses" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "responses_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"questionnaire_id" bigint NOT NULL,
	"version_id" bigint NOT NULL,
	"person_id" bigint,
	"firm_id" bigint,
	"activity_id" bigint,
	"state" text DEFAULT 'draft' NOT NULL,
	"is_test" boolean DEFAULT false NOT NULL,
	"edits_id" bigint,
	"seed" text NOT NULL,
	"place" text,
	"pending" text,
	"is_paused" boolean DEFAULT false NOT NULL,
	"revision" integer DEFAULT 0 NOT NULL,
	"number" integer,
	"calculated" jsonb,
	"started_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"submitted_at" timestamp with time zone,
	CONSTRAINT "responses_state_known" CHECK ("responses"."state" in ('draft', 'submitted', 'withdrawn'))
);
--> statement-breakpoint
ALTER TABLE "anonymous_responses" ADD CONSTRAINT "anonymous_responses_version_id_questionnaire_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."questionnaire_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answers" ADD CONSTRAINT "answers_response_id_responses_id_fk" FOREIGN KEY ("response_id") REFERENCES "public"."responses"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "questionnaire_versions" ADD CONSTRAINT "questionnaire_versions_questionnaire_id_questionnaires_id_fk" FOREIGN KEY ("questionnaire_id") REFERENCES "public"."questionnaires"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "questionnaires" ADD CONSTRAINT "questionnaires_activity_id_activities_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."activities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "response_files" ADD CONSTRAINT "response_files_response_id_responses_id_fk" FOREIGN KEY ("response_id") REFERENCES "public"."responses"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "responses" ADD CONSTRAINT "responses_questionnaire_id_questionnaires_id_fk" FOREIGN KEY ("questionnaire_id") REFERENCES "public"."questionnaires"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "responses" ADD CONSTRAINT "responses_version_id_questionnaire_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."questionnaire_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "responses" ADD CONSTRAINT "responses_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "responses" ADD CONSTRAINT "responses_firm_id_firms_id_fk" FOREIGN KEY ("firm_id") REFERENCES "public"."firms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "responses" ADD CONSTRAINT "responses_activity_id_activities_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."activities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "anonymous_responses_version" ON "anonymous_responses" USING btree ("version_id");--> statement-breakpoint
CREATE UNIQUE INDEX "questionnaire_versions_version" ON "questionnaire_versions" USING btree ("questionnaire_id","version");--> statement-breakpoint
CREATE UNIQUE INDEX "questionnaires_form" ON "questionnaires" USING btree ("form_id");--> statement-breakpoint
CREATE INDEX "questionnaires_activity" ON "questionnaires" USING btree ("activity_id");--> statement-breakpoint
CREATE INDEX "response_files_response" ON "response_files" USING btree ("response_id");--> statement-breakpoint
CREATE UNIQUE INDEX "responses_one_draft_per_person" ON "responses" USING btree ("questionnaire_id","person_id","is_test") WHERE "responses"."state" = 'draft' and "responses"."firm_id" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "responses_one_draft_per_firm" ON "responses" USING btree ("questionnaire_id","firm_id","is_test") WHERE "responses"."state" = 'draft' and "responses"."firm_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "responses_number" ON "responses" USING btree ("questionnaire_id","number");--> statement-breakpoint
CREATE INDEX "responses_person" ON "responses" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "responses_firm" ON "responses" USING btree ("firm_id");--> statement-breakpoint
CREATE INDEX "responses_questionnaire" ON "responses" USING btree ("questionnaire_id","state");