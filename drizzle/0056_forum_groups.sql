CREATE TABLE "forum_groups" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "forum_groups_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"chat_id" bigint NOT NULL,
	"title" text NOT NULL,
	"state" text NOT NULL,
	"activity_id" bigint,
	"owner_id" bigint NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "forum_groups_chat_id_unique" UNIQUE("chat_id"),
	CONSTRAINT "forum_groups_state_known" CHECK ("forum_groups"."state" in ('asked', 'bound', 'gone'))
);
--> statement-breakpoint
CREATE TABLE "forum_topics" (
	"thread_id" bigint PRIMARY KEY NOT NULL,
	"chat_id" bigint NOT NULL,
	"topic_id" bigint NOT NULL,
	"name" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "forum_groups" ADD CONSTRAINT "forum_groups_activity_id_activities_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."activities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "forum_topics" ADD CONSTRAINT "forum_topics_thread_id_threads_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."threads"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "forum_groups_one_each" ON "forum_groups" USING btree ("activity_id") WHERE "forum_groups"."state" = 'bound';--> statement-breakpoint
CREATE UNIQUE INDEX "forum_topics_once" ON "forum_topics" USING btree ("chat_id","topic_id");