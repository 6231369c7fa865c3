CREATE TABLE "life_moments" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "life_moments_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"activity_id" bigint NOT NULL,
	"application_id" bigint,
	"kind" text NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	CONSTRAINT "life_moments_one_of_a_kind" UNIQUE NULLS NOT DISTINCT("activity_id","application_id","kind"),
	CONSTRAINT "life_moments_kind_known" CHECK ("kind" in ('offer_over', 'ask_coming', 'ask_coming_again', 'coming_silent', 'info_reminder', 'info_over', 'no_show_word', 'keep_again', 'keep_silent', 'announce', 'minimum', 'decide', 'ended'))
);
--> statement-breakpoint
ALTER TABLE "applications" DROP CONSTRAINT "applications_state_known";--> statement-breakpoint
DROP INDEX "applications_one_live_per_person";--> statement-breakpoint
DROP INDEX "applications_firm";--> statement-breakpoint
ALTER TABLE "applications" ADD COLUMN "waiting_priority" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "applications" ADD COLUMN "offer_expires_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "applications" ADD COLUMN "held_from" text;--> statement-breakpoint
ALTER TABLE "applications" ADD COLUMN "coming_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "life_moments" ADD CONSTRAINT "life_moments_activity_id_activities_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."activities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "life_moments" ADD CONSTRAINT "life_moments_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "life_moments_application" ON "life_moments" USING btree ("application_id");--> statement-breakpoint
CREATE INDEX "life_moments_due" ON "life_moments" USING btree ("due_at");--> statement-breakpoint
CREATE UNIQUE INDEX "applications_one_live_per_person" ON "applications" USING btree ("activity_id","person_id") WHERE "state" not in ('rejected', 'declined', 'withdrawn', 'replaced', 'no_show', 'completed', 'cancelled_by_organiser');--> statement-breakpoint
CREATE INDEX "applications_firm" ON "applications" USING btree ("activity_id","firm_id") WHERE "state" in ('approved', 'offered', 'on_hold');--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_offer_ends" CHECK (("applications"."state" = 'offered') = ("applications"."offer_expires_at" is not null));--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_hold_remembers" CHECK (("applications"."state" = 'on_hold') = ("applications"."held_from" is not null));--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_state_known" CHECK ("state" in ('draft', 'submitted', 'info_requested', 'waitlisted', 'offered', 'approved', 'on_hold', 'completed', 'no_show', 'rejected', 'declined', 'withdrawn', 'replaced', 'cancelled_by_organiser'));