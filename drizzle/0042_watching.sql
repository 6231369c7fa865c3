ALTER TABLE "broadcast_recipients" ADD COLUMN "asked_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "broadcasts" ADD COLUMN "is_card_old" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "broadcasts" ADD COLUMN "card_at" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "broadcasts_card_old" ON "broadcasts" USING btree ("id") WHERE "broadcasts"."is_card_old";