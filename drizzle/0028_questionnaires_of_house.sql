ALTER TABLE "section_links" ALTER COLUMN "created_by" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "answers" ADD COLUMN "said_by" bigint;--> statement-breakpoint
ALTER TABLE "questionnaires" ADD COLUMN "is_of_house" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX "answers_said_by" ON "answers" USING btree ("said_by") WHERE "answers"."said_by" is not null;--> statement-breakpoint
UPDATE "questionnaires" SET "is_of_house" = true WHERE NOT EXISTS (
	SELECT 1 FROM "questionnaire_activities" WHERE "questionnaire_activities"."questionnaire_id" = "questionnaires"."id");
