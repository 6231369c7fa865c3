CREATE TABLE "answers_begun" (
	"person_id" bigint PRIMARY KEY NOT NULL,
	"thread_id" bigint NOT NULL,
	"asked_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "letter_messages" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "letter_messages_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"letter_id" bigint NOT NULL,
	"role" text NOT NULL,
	"person_id" bigint,
	"chat_id" bigint NOT NULL,
	"message_id" bigint,
	CONSTRAINT "letter_messages_role_known" CHECK ("letter_messages"."role" in ('source', 'card', 'words', 'media'))
);
--> statement-breakpoint
CREATE TABLE "letters" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "letters_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"person_id" bigint NOT NULL,
	"thread_id" bigint,
	"direction" text NOT NULL,
	"author_id" bigint,
	"state" text NOT NULL,
	"kind" text NOT NULL,
	"album" text,
	"words" text,
	"at" timestamp with time zone NOT NULL,
	"edited_at" timestamp with time zone,
	"settled_by" bigint,
	"settled_at" timestamp with time zone,
	"is_answered" boolean DEFAULT false NOT NULL,
	CONSTRAINT "letters_direction_known" CHECK ("letters"."direction" in ('in', 'out')),
	CONSTRAINT "letters_state_known" CHECK ("letters"."state" in ('asking', 'choosing', 'known', 'passed', 'gathering', 'sending', 'sent', 'in_doubt', 'unreachable', 'refused'))
);
--> statement-breakpoint
CREATE TABLE "threads" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "threads_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"person_id" bigint NOT NULL,
	"activity_id" bigint,
	"waiting_since" timestamp with time zone,
	"taken_by" bigint,
	"taken_at" timestamp with time zone,
	"escalate_at" timestamp with time zone,
	"told_at" timestamp with time zone,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "threads_one_each" UNIQUE NULLS NOT DISTINCT("person_id","activity_id")
);
--> statement-breakpoint
ALTER TABLE "answers_begun" ADD CONSTRAINT "answers_begun_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answers_begun" ADD CONSTRAINT "answers_begun_thread_id_threads_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."threads"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letter_messages" ADD CONSTRAINT "letter_messages_letter_id_letters_id_fk" FOREIGN KEY ("letter_id") REFERENCES "public"."letters"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letters" ADD CONSTRAINT "letters_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letters" ADD CONSTRAINT "letters_thread_id_threads_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."threads"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "threads" ADD CONSTRAINT "threads_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "threads" ADD CONSTRAINT "threads_activity_id_activities_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."activities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "letter_messages_letter" ON "letter_messages" USING btree ("letter_id");--> statement-breakpoint
CREATE UNIQUE INDEX "letter_messages_once" ON "letter_messages" USING btree ("chat_id","message_id") WHERE "letter_messages"."message_id" is not null;--> statement-breakpoint
CREATE INDEX "letter_messages_person" ON "letter_messages" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "letters_thread" ON "letters" USING btree ("thread_id","id");--> statement-breakpoint
CREATE INDEX "letters_person" ON "letters" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "letters_author" ON "letters" USING btree ("author_id");--> statement-breakpoint
CREATE INDEX "letters_album" ON "letters" USING btree ("album") WHERE "letters"."album" is not null;--> statement-breakpoint
CREATE INDEX "letters_held" ON "letters" USING btree ("at") WHERE "letters"."state" in ('asking', 'choosing', 'known');--> statement-breakpoint
CREATE INDEX "letters_gathering" ON "letters" USING btree ("at") WHERE "letters"."state" = 'gathering';--> statement-breakpoint
CREATE INDEX "threads_waiting" ON "threads" USING btree ("waiting_since","id") WHERE "threads"."waiting_since" is not null;--> statement-breakpoint
CREATE INDEX "threads_escalate" ON "threads" USING btree ("escalate_at") WHERE "threads"."escalate_at" is not null;--> statement-breakpoint
CREATE INDEX "threads_updated" ON "threads" USING btree ("updated_at");