-- The programmes that workbooks have brought lay in activity_sheets as they were read; from here on they are items.
INSERT INTO "itinerary_items" (
	"activity_id", "key", "kind", "starts_at", "ends_at", "start_zone", "end_zone", "start_city", "end_city", "title", "place",
	"address", "map", "audience", "is_mandatory", "status", "transport", "terminal", "host", "contact_name", "contact_phone",
	"responsible", "interpreter", "dress", "bring", "notes", "online_url", "remind_minutes_before",
	"created_at", "changed_at", "cancelled_at"
)
SELECT
	"sheet"."activity_id", "item"->>'id', "item"->>'kind', ("item"->>'startsAt')::timestamptz, ("item"->>'endsAt')::timestamptz,
	"item"->>'startZone', "item"->>'endZone', coalesce("item"->'startCity', '{}'), coalesce("item"->'endCity', '{}'),
	coalesce("item"->'title', '{}'), coalesce("item"->'place', '{}'),
	"item"->>'address', nullif("item"->'map', 'null'), "item"->'audience', ("item"->>'isMandatory')::boolean, "item"->>'status',
	"item"->>'transport', "item"->>'terminal', "item"->>'host', "item"->>'contactName', "item"->>'contactPhone',
	"item"->>'responsible', "item"->>'interpreter', coalesce("item"->'dress', '{}'), coalesce("item"->'bring', '{}'),
	coalesce("item"->'notes', '{}'), "item"->>'onlineUrl',
	CASE WHEN jsonb_typeof("item"->'remindMinutesBefore') = 'array'
		THEN array(SELECT "minutes"::integer FROM jsonb_array_elements_text("item"->'remindMinutesBefore') AS "minutes") END,
	"activity"."updated_at", "activity"."updated_at",
	CASE WHEN "item"->>'status' = 'cancelled' THEN "activity"."updated_at" END
FROM "activity_sheets" AS "sheet"
	JOIN "activities" AS "activity" ON "activity"."id" = "sheet"."activity_id"
	CROSS JOIN jsonb_array_elements("sheet"."rows") AS "item"
WHERE "sheet"."sheet" = 'itinerary'
ON CONFLICT ("activity_id", "key") DO NOTHING;
--> statement-breakpoint
DELETE FROM "activity_sheets" WHERE "sheet" = 'itinerary';
