CREATE TABLE "check_in_codes" (
	"activity_id" bigint PRIMARY KEY NOT NULL,
	"token" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "attendances" DROP CONSTRAINT "attendances_way_known";--> statement-breakpoint
ALTER TABLE "itinerary_deliveries" DROP CONSTRAINT "itinerary_deliveries_kind_known";--> statement-breakpoint
ALTER TABLE "day_files" ADD COLUMN "delivery_id" bigint;--> statement-breakpoint
ALTER TABLE "day_files" ADD COLUMN "attempts" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "day_files" ADD COLUMN "failure_told_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "check_in_codes" ADD CONSTRAINT "check_in_codes_activity_id_activities_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."activities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "check_in_codes_token" ON "check_in_codes" USING btree ("token");--> statement-breakpoint
ALTER TABLE "day_files" ADD CONSTRAINT "day_files_delivery_id_itinerary_deliveries_id_fk" FOREIGN KEY ("delivery_id") REFERENCES "public"."itinerary_deliveries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "day_files_delivery" ON "day_files" USING btree ("delivery_id");--> statement-breakpoint
ALTER TABLE "attendances" ADD CONSTRAINT "attendances_way_known" CHECK ("attendances"."way" in ('self', 'code', 'list', 'leader'));--> statement-breakpoint
ALTER TABLE "itinerary_deliveries" ADD CONSTRAINT "itinerary_deliveries_kind_known" CHECK ("itinerary_deliveries"."kind" in ('reminder', 'change', 'roll_call', 'away', 'list', 'day_file'));