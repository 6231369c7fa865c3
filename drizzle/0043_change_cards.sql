CREATE TABLE "change_cards" (
	"activity_id" bigint PRIMARY KEY NOT NULL,
	"show_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "change_cards" ADD CONSTRAINT "change_cards_activity_id_activities_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."activities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "change_cards_show" ON "change_cards" USING btree ("show_at");