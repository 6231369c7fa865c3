CREATE TABLE "item_drafts" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "item_drafts_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"person_id" bigint NOT NULL,
	"activity_id" bigint NOT NULL,
	"item_id" bigint,
	"kind" text NOT NULL,
	"answers" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"changing" text,
	"seen" text,
	"is_paused" boolean DEFAULT false NOT NULL,
	"revision" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "item_drafts_once" UNIQUE NULLS NOT DISTINCT("person_id","activity_id","item_id","kind"),
	CONSTRAINT "item_drafts_kind_known" CHECK ("item_drafts"."kind" in ('add', 'edit', 'late'))
);
--> statement-breakpoint
ALTER TABLE "item_drafts" ADD CONSTRAINT "item_drafts_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_drafts" ADD CONSTRAINT "item_drafts_activity_id_activities_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."activities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_drafts" ADD CONSTRAINT "item_drafts_item_id_itinerary_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."itinerary_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "item_drafts_one_open_per_person" ON "item_drafts" USING btree ("person_id") WHERE not "item_drafts"."is_paused";--> statement-breakpoint
CREATE INDEX "item_drafts_activity" ON "item_drafts" USING btree ("activity_id");--> statement-breakpoint
CREATE INDEX "item_drafts_item" ON "item_drafts" USING btree ("item_id");--> statement-breakpoint
CREATE INDEX "item_drafts_updated" ON "item_drafts" USING btree ("updated_at");