CREATE TABLE "broadcast_opt_outs" (
	"person_id" bigint PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "broadcast_recipients" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "broadcast_recipients_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"broadcast_id" bigint NOT NULL,
	"person_id" bigint NOT NULL,
	"language" text,
	"chat_id" bigint,
	"state" text NOT NULL,
	"because" text,
	"not_before" timestamp with time zone,
	"message_id" integer,
	"media_ids" bigint[] DEFAULT '{}' NOT NULL,
	"sent_at" timestamp with time zone,
	"seen_at" timestamp with time zone,
	"answer" smallint,
	"answered_at" timestamp with time zone,
	"replied_at" timestamp with time zone,
	"asked_again" smallint DEFAULT 0 NOT NULL,
	"ask_again_at" timestamp with time zone,
	"revision" integer DEFAULT 0 NOT NULL,
	"recalled_at" timestamp with time zone,
	CONSTRAINT "broadcast_recipients_state_known" CHECK ("broadcast_recipients"."state" in ('waiting', 'quiet', 'sending', 'sent', 'in_doubt', 'blocked', 'never_started', 'failed', 'late', 'stopped', 'opted_out'))
);
--> statement-breakpoint
CREATE TABLE "broadcasts" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "broadcasts_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"author_id" bigint NOT NULL,
	"activity_id" bigint,
	"state" text NOT NULL,
	"content" jsonb NOT NULL,
	"audience" jsonb NOT NULL,
	"priority" text DEFAULT 'normal' NOT NULL,
	"reason" text,
	"answers" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"answers_until" timestamp with time zone,
	"ask_again_minutes" integer,
	"starts_at" timestamp with time zone,
	"useful_until" timestamp with time zone,
	"revision" integer DEFAULT 0 NOT NULL,
	"people" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"started_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"fed_at" timestamp with time zone,
	"changing" text,
	"is_paused" boolean DEFAULT false NOT NULL,
	"draft_revision" integer DEFAULT 0 NOT NULL,
	"draft" jsonb DEFAULT '{}'::jsonb NOT NULL,
	CONSTRAINT "broadcasts_state_known" CHECK ("broadcasts"."state" in ('draft', 'scheduled', 'arming', 'sending', 'finished', 'stopped', 'expired', 'undone')),
	CONSTRAINT "broadcasts_priority_known" CHECK ("broadcasts"."priority" in ('normal', 'important', 'urgent')),
	CONSTRAINT "broadcasts_urgent_has_reason" CHECK ("broadcasts"."priority" <> 'urgent' or "broadcasts"."state" = 'draft' or "broadcasts"."reason" is not null)
);
--> statement-breakpoint
CREATE TABLE "carried_words" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "carried_words_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"person_id" bigint NOT NULL,
	"broadcast_id" bigint,
	"chat_id" bigint NOT NULL,
	"message_id" integer,
	"from_chat_id" bigint NOT NULL,
	"from_message_id" integer NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "broadcast_opt_outs" ADD CONSTRAINT "broadcast_opt_outs_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "broadcast_recipients" ADD CONSTRAINT "broadcast_recipients_broadcast_id_broadcasts_id_fk" FOREIGN KEY ("broadcast_id") REFERENCES "public"."broadcasts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "broadcast_recipients" ADD CONSTRAINT "broadcast_recipients_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "broadcasts" ADD CONSTRAINT "broadcasts_author_id_persons_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "broadcasts" ADD CONSTRAINT "broadcasts_activity_id_activities_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."activities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "carried_words" ADD CONSTRAINT "carried_words_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "carried_words" ADD CONSTRAINT "carried_words_broadcast_id_broadcasts_id_fk" FOREIGN KEY ("broadcast_id") REFERENCES "public"."broadcasts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "broadcast_recipients_once" ON "broadcast_recipients" USING btree ("broadcast_id","person_id");--> statement-breakpoint
CREATE INDEX "broadcast_recipients_state" ON "broadcast_recipients" USING btree ("broadcast_id","state","id");--> statement-breakpoint
CREATE INDEX "broadcast_recipients_quiet" ON "broadcast_recipients" USING btree ("not_before") WHERE "broadcast_recipients"."state" = 'quiet';--> statement-breakpoint
CREATE INDEX "broadcast_recipients_ask_again" ON "broadcast_recipients" USING btree ("ask_again_at") WHERE "broadcast_recipients"."ask_again_at" is not null;--> statement-breakpoint
CREATE INDEX "broadcast_recipients_message" ON "broadcast_recipients" USING btree ("chat_id","message_id");--> statement-breakpoint
CREATE INDEX "broadcast_recipients_person" ON "broadcast_recipients" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "broadcasts_author" ON "broadcasts" USING btree ("author_id","updated_at");--> statement-breakpoint
CREATE INDEX "broadcasts_activity" ON "broadcasts" USING btree ("activity_id","started_at");--> statement-breakpoint
CREATE INDEX "broadcasts_due" ON "broadcasts" USING btree ("starts_at") WHERE "broadcasts"."state" in ('scheduled', 'arming');--> statement-breakpoint
CREATE INDEX "broadcasts_sending" ON "broadcasts" USING btree ("id") WHERE "broadcasts"."state" = 'sending';--> statement-breakpoint
CREATE INDEX "carried_words_chat" ON "carried_words" USING btree ("chat_id","message_id");--> statement-breakpoint
CREATE INDEX "carried_words_from" ON "carried_words" USING btree ("from_chat_id","from_message_id");--> statement-breakpoint
CREATE INDEX "carried_words_person" ON "carried_words" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "carried_words_at" ON "carried_words" USING btree ("at");