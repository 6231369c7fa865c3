ALTER TABLE "activities" ADD COLUMN "hours" text;--> statement-breakpoint
ALTER TABLE "activities" ADD CONSTRAINT "activities_hours_written" CHECK ("activities"."hours" ~ '^\d\d:\d\d(-\d\d:\d\d)?$');