CREATE TABLE "day_cards" (
	"application_id" bigint PRIMARY KEY NOT NULL,
	"activity_id" bigint NOT NULL,
	"person_id" bigint NOT NULL,
	"day" date,
	"text_hash" text,
	"due_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "day_cards" ADD CONSTRAINT "day_cards_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "day_cards" ADD CONSTRAINT "day_cards_activity_id_activities_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."activities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "day_cards" ADD CONSTRAINT "day_cards_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "day_cards_due" ON "day_cards" USING btree ("due_at") WHERE "day_cards"."due_at" is not null;--> statement-breakpoint
CREATE INDEX "day_cards_activity" ON "day_cards" USING btree ("activity_id");--> statement-breakpoint
CREATE INDEX "day_cards_person" ON "day_cards" USING btree ("person_id");