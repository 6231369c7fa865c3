ALTER TABLE "hand_messages" ADD COLUMN "is_urgent" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "hand_messages" ADD COLUMN "useful_until" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "hand_messages_useful" ON "hand_messages" USING btree ("useful_until") WHERE "hand_messages"."told_at" is null and "hand_messages"."useful_until" is not null;