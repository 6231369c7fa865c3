CREATE TABLE "broadcast_alterations" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "broadcast_alterations_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"broadcast_id" bigint NOT NULL,
	"recipient_id" bigint NOT NULL,
	"copy_id" bigint,
	"chat_id" bigint NOT NULL,
	"message_ids" bigint[] NOT NULL,
	"language" text,
	"is_caption" boolean DEFAULT false NOT NULL,
	"is_words" boolean NOT NULL,
	"act" text NOT NULL,
	"rings" boolean DEFAULT false NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"because" text,
	"revision" integer,
	"has_seen" boolean,
	"answer" smallint,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "broadcast_alterations_act_known" CHECK ("broadcast_alterations"."act" in ('correct', 'remove', 'withdraw')),
	CONSTRAINT "broadcast_alterations_state_known" CHECK ("broadcast_alterations"."state" in ('waiting', 'leaving', 'failed'))
);
--> statement-breakpoint
CREATE TABLE "broadcast_copies" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "broadcast_copies_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"recipient_id" bigint NOT NULL,
	"chat_id" bigint NOT NULL,
	"message_id" integer NOT NULL,
	"what" text NOT NULL,
	"language" text,
	"is_caption" boolean DEFAULT false NOT NULL,
	"revision" integer DEFAULT 0 NOT NULL,
	"sent_at" timestamp with time zone NOT NULL,
	CONSTRAINT "broadcast_copies_what_known" CHECK ("broadcast_copies"."what" in ('words', 'media', 'note'))
);
--> statement-breakpoint
CREATE TABLE "broadcast_corrections" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "broadcast_corrections_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"broadcast_id" bigint NOT NULL,
	"person_id" bigint NOT NULL,
	"texts" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"rings" boolean DEFAULT false NOT NULL,
	"changing" text,
	"is_paused" boolean DEFAULT false NOT NULL,
	"draft_revision" integer DEFAULT 0 NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"made_at" timestamp with time zone,
	"before" jsonb
);
--> statement-breakpoint
CREATE TABLE "broadcast_watchers" (
	"broadcast_id" bigint NOT NULL,
	"person_id" bigint NOT NULL,
	"since" timestamp with time zone NOT NULL,
	CONSTRAINT "broadcast_watchers_broadcast_id_person_id_pk" PRIMARY KEY("broadcast_id","person_id")
);
--> statement-breakpoint
ALTER TABLE "broadcast_recipients" ADD COLUMN "is_caption" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "broadcast_recipients" ADD COLUMN "is_late" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "broadcast_recipients" ADD COLUMN "gone_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "broadcasts" ADD COLUMN "corrected_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "broadcasts" ADD COLUMN "recalled_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "broadcasts" ADD COLUMN "is_for_newcomers" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "broadcasts" ADD COLUMN "altered_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "broadcast_alterations" ADD CONSTRAINT "broadcast_alterations_broadcast_id_broadcasts_id_fk" FOREIGN KEY ("broadcast_id") REFERENCES "public"."broadcasts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "broadcast_alterations" ADD CONSTRAINT "broadcast_alterations_recipient_id_broadcast_recipients_id_fk" FOREIGN KEY ("recipient_id") REFERENCES "public"."broadcast_recipients"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "broadcast_alterations" ADD CONSTRAINT "broadcast_alterations_copy_id_broadcast_copies_id_fk" FOREIGN KEY ("copy_id") REFERENCES "public"."broadcast_copies"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "broadcast_copies" ADD CONSTRAINT "broadcast_copies_recipient_id_broadcast_recipients_id_fk" FOREIGN KEY ("recipient_id") REFERENCES "public"."broadcast_recipients"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "broadcast_corrections" ADD CONSTRAINT "broadcast_corrections_broadcast_id_broadcasts_id_fk" FOREIGN KEY ("broadcast_id") REFERENCES "public"."broadcasts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "broadcast_corrections" ADD CONSTRAINT "broadcast_corrections_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "broadcast_watchers" ADD CONSTRAINT "broadcast_watchers_broadcast_id_broadcasts_id_fk" FOREIGN KEY ("broadcast_id") REFERENCES "public"."broadcasts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "broadcast_watchers" ADD CONSTRAINT "broadcast_watchers_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "broadcast_alterations_waiting" ON "broadcast_alterations" USING btree ("id") WHERE "broadcast_alterations"."state" = 'waiting';--> statement-breakpoint
CREATE INDEX "broadcast_alterations_broadcast" ON "broadcast_alterations" USING btree ("broadcast_id","state");--> statement-breakpoint
CREATE INDEX "broadcast_alterations_recipient" ON "broadcast_alterations" USING btree ("recipient_id");--> statement-breakpoint
CREATE INDEX "broadcast_copies_recipient" ON "broadcast_copies" USING btree ("recipient_id");--> statement-breakpoint
CREATE INDEX "broadcast_copies_message" ON "broadcast_copies" USING btree ("chat_id","message_id");--> statement-breakpoint
CREATE UNIQUE INDEX "broadcast_corrections_one_draft" ON "broadcast_corrections" USING btree ("broadcast_id","person_id") WHERE "broadcast_corrections"."made_at" is null;--> statement-breakpoint
CREATE INDEX "broadcast_corrections_person" ON "broadcast_corrections" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "broadcast_watchers_person" ON "broadcast_watchers" USING btree ("person_id");