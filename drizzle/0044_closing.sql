CREATE TABLE "closing_moments" (
	"activity_id" bigint NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"useless_at" timestamp with time zone NOT NULL,
	CONSTRAINT "closing_moments_activity_id_due_at_pk" PRIMARY KEY("activity_id","due_at")
);
--> statement-breakpoint
CREATE TABLE "closing_reminders" (
	"activity_id" bigint NOT NULL,
	"person_id" bigint NOT NULL,
	"told" integer DEFAULT 0 NOT NULL,
	"due_at" timestamp with time zone,
	"useless_at" timestamp with time zone NOT NULL,
	"declined_at" timestamp with time zone,
	"touched_at" timestamp with time zone NOT NULL,
	CONSTRAINT "closing_reminders_activity_id_person_id_pk" PRIMARY KEY("activity_id","person_id")
);
--> statement-breakpoint
ALTER TABLE "closing_moments" ADD CONSTRAINT "closing_moments_activity_id_activities_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."activities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "closing_reminders" ADD CONSTRAINT "closing_reminders_activity_id_activities_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."activities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "closing_reminders" ADD CONSTRAINT "closing_reminders_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "closing_moments_due" ON "closing_moments" USING btree ("due_at");--> statement-breakpoint
CREATE INDEX "closing_reminders_due" ON "closing_reminders" USING btree ("due_at") WHERE "closing_reminders"."due_at" is not null;--> statement-breakpoint
CREATE INDEX "closing_reminders_person" ON "closing_reminders" USING btree ("person_id");--> statement-breakpoint
INSERT INTO "closing_moments" ("activity_id", "due_at", "useless_at")
SELECT a."id", m."at", least(m."at" + interval '24 hours', a."applications_close_at")
FROM "activities" a
CROSS JOIN LATERAL (VALUES (a."applications_close_at" - interval '168 hours'), (a."applications_close_at" - interval '48 hours'), (a."applications_close_at" - interval '3 hours')) AS m("at")
WHERE a."state" = 'published' AND m."at" > now() AND a."applications_close_at" <= a."starts_on";
