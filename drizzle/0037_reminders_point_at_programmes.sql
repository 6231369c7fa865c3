ALTER TABLE "reminder_fires" ADD CONSTRAINT "reminder_fires_activity_id_activities_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."activities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminder_fires" ADD CONSTRAINT "reminder_fires_item_id_itinerary_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."itinerary_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
-- Whoever was approved before programmes knew their people is no newcomer, to be told that the programme is there.
INSERT INTO "known_travellers" ("application_id", "activity_id", "person_id", "groups", "bus")
SELECT a.id, a.activity_id, a.person_id, coalesce(d.groups, '{}'), d.bus
FROM "applications" a JOIN "activities" v ON v.id = a.activity_id LEFT JOIN "participant_details" d ON d.application_id = a.id
WHERE a.state = 'approved' AND v.state <> 'cancelled'
ON CONFLICT DO NOTHING;
