DROP INDEX "outbox_chat";--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "is_once" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "left_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "turn" smallint GENERATED ALWAYS AS (case when is_once then priority else 0 end) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "screens" ADD COLUMN "pinned_id" integer;--> statement-breakpoint
CREATE INDEX "outbox_chat" ON "outbox" USING btree ("chat_id","turn","id");