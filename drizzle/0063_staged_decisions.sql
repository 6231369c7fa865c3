CREATE TABLE "announcements" (
	"activity_id" bigint PRIMARY KEY NOT NULL,
	"by_person_id" bigint NOT NULL,
	"results" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "marked_applications" (
	"person_id" bigint NOT NULL,
	"application_id" bigint NOT NULL,
	"marked_at" timestamp with time zone NOT NULL,
	CONSTRAINT "marked_applications_person_id_application_id_pk" PRIMARY KEY("person_id","application_id")
);
--> statement-breakpoint
CREATE TABLE "staged_decisions" (
	"application_id" bigint PRIMARY KEY NOT NULL,
	"outcome" text NOT NULL,
	"reason" text,
	"by_person_id" bigint NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "staged_decisions_outcome_known" CHECK ("outcome" in ('approved', 'waitlisted', 'rejected'))
);
--> statement-breakpoint
ALTER TABLE "announcements" ADD CONSTRAINT "announcements_activity_id_activities_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."activities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "announcements" ADD CONSTRAINT "announcements_by_person_id_persons_id_fk" FOREIGN KEY ("by_person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "marked_applications" ADD CONSTRAINT "marked_applications_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "marked_applications" ADD CONSTRAINT "marked_applications_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staged_decisions" ADD CONSTRAINT "staged_decisions_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staged_decisions" ADD CONSTRAINT "staged_decisions_by_person_id_persons_id_fk" FOREIGN KEY ("by_person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "marked_applications_application" ON "marked_applications" USING btree ("application_id");