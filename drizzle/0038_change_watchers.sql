CREATE TABLE "change_watchers" (
	"activity_id" bigint NOT NULL,
	"person_id" bigint NOT NULL,
	"since" timestamp with time zone NOT NULL,
	CONSTRAINT "change_watchers_activity_id_person_id_pk" PRIMARY KEY("activity_id","person_id")
);
--> statement-breakpoint
ALTER TABLE "change_watchers" ADD CONSTRAINT "change_watchers_activity_id_activities_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."activities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "change_watchers" ADD CONSTRAINT "change_watchers_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "change_watchers_person" ON "change_watchers" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "change_watchers_since" ON "change_watchers" USING btree ("since");