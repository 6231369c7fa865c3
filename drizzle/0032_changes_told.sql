CREATE TABLE "known_travellers" (
	"application_id" bigint PRIMARY KEY NOT NULL,
	"activity_id" bigint NOT NULL,
	"person_id" bigint NOT NULL,
	"groups" text[] NOT NULL,
	"bus" text
);
--> statement-breakpoint
ALTER TABLE "known_travellers" ADD CONSTRAINT "known_travellers_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "known_travellers" ADD CONSTRAINT "known_travellers_activity_id_activities_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."activities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "known_travellers" ADD CONSTRAINT "known_travellers_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "known_travellers_activity" ON "known_travellers" USING btree ("activity_id");--> statement-breakpoint
CREATE INDEX "known_travellers_person" ON "known_travellers" USING btree ("person_id");