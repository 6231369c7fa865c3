CREATE TABLE "hand_messages" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "hand_messages_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"outbox_id" bigint NOT NULL,
	"person_id" bigint NOT NULL,
	"text" text,
	"screen" text,
	"created_at" timestamp with time zone NOT NULL,
	"announced_at" timestamp with time zone,
	"told_at" timestamp with time zone,
	"told_by" bigint,
	CONSTRAINT "hand_messages_told_by_somebody" CHECK (("hand_messages"."told_at" is null) = ("hand_messages"."told_by" is null)),
	CONSTRAINT "hand_messages_told_without_words" CHECK ("hand_messages"."told_at" is null or "hand_messages"."text" is null)
);
--> statement-breakpoint
CREATE TABLE "hand_entries" (
	"person_id" bigint PRIMARY KEY NOT NULL,
	"activity_id" bigint NOT NULL,
	"given_names" text,
	"surname" text,
	"firm_typed" text,
	"firm_name" text,
	"firm_id" bigint,
	"phone" text,
	"language" text,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "hand_entries" ADD CONSTRAINT "hand_entries_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hand_entries" ADD CONSTRAINT "hand_entries_activity_id_activities_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."activities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hand_entries" ADD CONSTRAINT "hand_entries_firm_id_firms_id_fk" FOREIGN KEY ("firm_id") REFERENCES "public"."firms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "hand_messages_kept_once" ON "hand_messages" USING btree ("outbox_id");--> statement-breakpoint
CREATE INDEX "hand_messages_person" ON "hand_messages" USING btree ("person_id","id");--> statement-breakpoint
CREATE INDEX "hand_messages_fresh" ON "hand_messages" USING btree ("created_at") WHERE "hand_messages"."announced_at" is null and "hand_messages"."told_at" is null;--> statement-breakpoint
CREATE INDEX "hand_entries_updated" ON "hand_entries" USING btree ("updated_at");