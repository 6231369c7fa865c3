CREATE TABLE "rehearsals" (
	"person_id" bigint PRIMARY KEY NOT NULL,
	"activity_id" bigint NOT NULL,
	"language" text NOT NULL,
	"played" integer DEFAULT 0 NOT NULL,
	"next_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reminder_rules" (
	"activity_id" bigint PRIMARY KEY NOT NULL,
	"minutes_before" integer,
	"overview_at" time,
	"has_overview" boolean DEFAULT true NOT NULL,
	"paused_at" timestamp with time zone,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "reminder_fires" DROP CONSTRAINT "reminder_fires_state_known";--> statement-breakpoint
ALTER TABLE "rehearsals" ADD CONSTRAINT "rehearsals_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rehearsals" ADD CONSTRAINT "rehearsals_activity_id_activities_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."activities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminder_rules" ADD CONSTRAINT "reminder_rules_activity_id_activities_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."activities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "rehearsals_next" ON "rehearsals" USING btree ("next_at");--> statement-breakpoint
CREATE INDEX "rehearsals_activity" ON "rehearsals" USING btree ("activity_id");--> statement-breakpoint
ALTER TABLE "reminder_fires" ADD CONSTRAINT "reminder_fires_state_known" CHECK ("reminder_fires"."state" in ('planned', 'held', 'said', 'expired', 'unneeded', 'unreachable'));