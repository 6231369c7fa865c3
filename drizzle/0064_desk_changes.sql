DROP INDEX "applications_state";--> statement-breakpoint
CREATE INDEX "itinerary_deliveries_changes" ON "itinerary_deliveries" USING btree ("created_at") WHERE "itinerary_deliveries"."kind" = 'change';--> statement-breakpoint
CREATE INDEX "applications_state" ON "applications" USING btree ("activity_id","state","firm_id");