CREATE TABLE "picked_people" (
	"questionnaire_id" bigint NOT NULL,
	"picked_by" bigint NOT NULL,
	"person_id" bigint NOT NULL,
	"picked_at" timestamp with time zone NOT NULL,
	CONSTRAINT "picked_people_questionnaire_id_picked_by_person_id_pk" PRIMARY KEY("questionnaire_id","picked_by","person_id")
);
--> statement-breakpoint
CREATE TABLE "section_links" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "section_links_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"response_id" bigint NOT NULL,
	"section" text NOT NULL,
	"token_hash" text NOT NULL,
	"created_by" bigint NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	"used_by" bigint,
	"ended_at" timestamp with time zone,
	"is_answered" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "questionnaire_rounds" (
	"questionnaire_id" bigint NOT NULL,
	"number" integer NOT NULL,
	"label" text NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"started_by" bigint,
	CONSTRAINT "questionnaire_rounds_questionnaire_id_number_pk" PRIMARY KEY("questionnaire_id","number")
);
--> statement-breakpoint
ALTER TABLE "firms" ADD COLUMN "facts_at" jsonb;--> statement-breakpoint
ALTER TABLE "persons" ADD COLUMN "facts_at" jsonb;--> statement-breakpoint
ALTER TABLE "questionnaire_requests" ADD COLUMN "told_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "questionnaire_requests" ADD COLUMN "is_by_hand" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "questionnaires" ADD COLUMN "round" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "responses" ADD COLUMN "section" text;--> statement-breakpoint
ALTER TABLE "responses" ADD COLUMN "round" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "responses" ADD COLUMN "filled_by" bigint;--> statement-breakpoint
ALTER TABLE "responses" ADD COLUMN "source" text DEFAULT 'self' NOT NULL;--> statement-breakpoint
ALTER TABLE "responses" ADD COLUMN "submitted_by" bigint;--> statement-breakpoint
ALTER TABLE "responses" ADD COLUMN "confirmed_by" bigint;--> statement-breakpoint
ALTER TABLE "responses" ADD COLUMN "confirmed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "responses" ADD COLUMN "set_aside" jsonb;--> statement-breakpoint
ALTER TABLE "picked_people" ADD CONSTRAINT "picked_people_questionnaire_id_questionnaires_id_fk" FOREIGN KEY ("questionnaire_id") REFERENCES "public"."questionnaires"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "picked_people" ADD CONSTRAINT "picked_people_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "section_links" ADD CONSTRAINT "section_links_response_id_responses_id_fk" FOREIGN KEY ("response_id") REFERENCES "public"."responses"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "section_links" ADD CONSTRAINT "section_links_used_by_persons_id_fk" FOREIGN KEY ("used_by") REFERENCES "public"."persons"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "questionnaire_rounds" ADD CONSTRAINT "questionnaire_rounds_questionnaire_id_questionnaires_id_fk" FOREIGN KEY ("questionnaire_id") REFERENCES "public"."questionnaires"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "section_links_token" ON "section_links" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "section_links_response" ON "section_links" USING btree ("response_id");--> statement-breakpoint
CREATE INDEX "section_links_used_by" ON "section_links" USING btree ("used_by");--> statement-breakpoint
CREATE INDEX "responses_filled_by" ON "responses" USING btree ("filled_by") WHERE "responses"."filled_by" is not null;--> statement-breakpoint
CREATE INDEX "responses_parts" ON "responses" USING btree ("edits_id") WHERE "responses"."section" is not null;--> statement-breakpoint
ALTER TABLE "responses" ADD CONSTRAINT "responses_source_known" CHECK ("responses"."source" in ('self', 'coordinator'));