CREATE TABLE "sending_back" (
	"person_id" bigint PRIMARY KEY NOT NULL,
	"application_id" bigint NOT NULL,
	"asked" text[] DEFAULT '{}' NOT NULL,
	"due_on" date,
	"sentence" text,
	"asked_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sent_back" (
	"application_id" bigint PRIMARY KEY NOT NULL,
	"asked" text[] NOT NULL,
	"answered" text[] DEFAULT '{}' NOT NULL,
	"before" jsonb NOT NULL,
	"form_before" jsonb NOT NULL,
	"answers" jsonb NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"sentence" text,
	"is_paused" boolean DEFAULT true NOT NULL,
	"revision" integer DEFAULT 0 NOT NULL,
	"returned_at" timestamp with time zone,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
DROP INDEX "responses_one_per_application";--> statement-breakpoint
ALTER TABLE "sending_back" ADD CONSTRAINT "sending_back_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sending_back" ADD CONSTRAINT "sending_back_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sent_back" ADD CONSTRAINT "sent_back_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "responses_one_per_application" ON "responses" USING btree ("application_id","questionnaire_id") WHERE "responses"."application_id" is not null and "responses"."edits_id" is null;