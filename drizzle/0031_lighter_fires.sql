ALTER TABLE "reminder_fires" DROP CONSTRAINT "reminder_fires_activity_id_activities_id_fk";
--> statement-breakpoint
ALTER TABLE "reminder_fires" DROP CONSTRAINT "reminder_fires_item_id_itinerary_items_id_fk";
--> statement-breakpoint
DROP INDEX "reminder_fires_item";--> statement-breakpoint
DROP INDEX "reminder_fires_delivery";--> statement-breakpoint
CREATE INDEX "reminder_fires_delivery" ON "reminder_fires" USING btree ("delivery_id") WHERE "reminder_fires"."delivery_id" is not null;