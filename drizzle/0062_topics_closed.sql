ALTER TABLE "forum_topics" ADD COLUMN "closed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "forum_topics" ADD COLUMN "remade_at" timestamp with time zone;