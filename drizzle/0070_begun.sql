ALTER TABLE "life_moments" DROP CONSTRAINT "life_moments_kind_known";--> statement-breakpoint
ALTER TABLE "life_moments" ADD CONSTRAINT "life_moments_kind_known" CHECK ("kind" in ('offer_over', 'ask_coming', 'ask_coming_again', 'coming_silent', 'info_reminder', 'info_over', 'no_show_word', 'keep_again', 'keep_silent', 'announce', 'minimum', 'decide', 'begun', 'ended'));--> statement-breakpoint
INSERT INTO "life_moments" ("activity_id", "kind", "due_at")
SELECT "id", 'begun', ("starts_on" + time '10:00') AT TIME ZONE "time_zone" FROM "activities"
WHERE "state" <> 'cancelled' AND "starts_on" > current_date ON CONFLICT DO NOTHING;
