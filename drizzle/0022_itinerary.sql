CREATE TABLE "attendances" (
	"item_id" bigint NOT NULL,
	"application_id" bigint NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"way" text NOT NULL,
	"by_person_id" bigint NOT NULL,
	CONSTRAINT "attendances_item_id_application_id_pk" PRIMARY KEY("item_id","application_id"),
	CONSTRAINT "attendances_way_known" CHECK ("attendances"."way" in ('self', 'code', 'list'))
);
--> statement-breakpoint
CREATE TABLE "pending_changes" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "pending_changes_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"activity_id" bigint NOT NULL,
	"person_id" bigint NOT NULL,
	"application_id" bigint NOT NULL,
	"item_id" bigint NOT NULL,
	"before" jsonb,
	"since" timestamp with time zone NOT NULL,
	"due_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "itinerary_deliveries" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "itinerary_deliveries_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"activity_id" bigint NOT NULL,
	"person_id" bigint NOT NULL,
	"kind" text NOT NULL,
	"item_ids" bigint[] NOT NULL,
	"state" text NOT NULL,
	"chat_id" bigint,
	"message_id" integer,
	"created_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"needs_seen" boolean DEFAULT false NOT NULL,
	"seen_at" timestamp with time zone,
	"rings_again_at" timestamp with time zone,
	CONSTRAINT "itinerary_deliveries_state_known" CHECK ("itinerary_deliveries"."state" in ('waiting', 'sent', 'in_doubt', 'unreachable', 'refused')),
	CONSTRAINT "itinerary_deliveries_kind_known" CHECK ("itinerary_deliveries"."kind" in ('reminder', 'change', 'roll_call', 'away', 'list'))
);
--> statement-breakpoint
CREATE TABLE "itinerary_items" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "itinerary_items_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"activity_id" bigint NOT NULL,
	"key" text NOT NULL,
	"kind" text NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone,
	"start_zone" text NOT NULL,
	"end_zone" text NOT NULL,
	"start_city" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"end_city" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"title" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"place" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"address" text,
	"map" jsonb,
	"audience" jsonb NOT NULL,
	"is_mandatory" boolean NOT NULL,
	"status" text NOT NULL,
	"transport" text,
	"terminal" text,
	"host" text,
	"contact_name" text,
	"contact_phone" text,
	"responsible" text,
	"interpreter" text,
	"dress" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"bring" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"notes" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"online_url" text,
	"remind_minutes_before" integer[],
	"revision" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"cancelled_at" timestamp with time zone,
	"removed_at" timestamp with time zone,
	CONSTRAINT "itinerary_items_end_after_start" CHECK ("itinerary_items"."ends_at" >= "itinerary_items"."starts_at"),
	CONSTRAINT "itinerary_items_kind_known" CHECK ("itinerary_items"."kind" in ('travel', 'visit', 'b2b', 'meal', 'free', 'briefing', 'deadline')),
	CONSTRAINT "itinerary_items_status_known" CHECK ("itinerary_items"."status" in ('planned', 'confirmed', 'cancelled')),
	CONSTRAINT "itinerary_items_only_deadlines_are_open" CHECK ("itinerary_items"."ends_at" is not null or "itinerary_items"."kind" = 'deadline')
);
--> statement-breakpoint
CREATE TABLE "reminder_fires" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "reminder_fires_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"activity_id" bigint NOT NULL,
	"person_id" bigint NOT NULL,
	"application_id" bigint,
	"item_id" bigint,
	"slot" text NOT NULL,
	"kind" text NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"useless_at" timestamp with time zone NOT NULL,
	"state" text DEFAULT 'planned' NOT NULL,
	"delivery_id" bigint,
	"ended_at" timestamp with time zone,
	CONSTRAINT "reminder_fires_useful_for_a_while" CHECK ("reminder_fires"."useless_at" > "reminder_fires"."due_at"),
	CONSTRAINT "reminder_fires_state_known" CHECK ("reminder_fires"."state" in ('planned', 'said', 'expired', 'unneeded', 'unreachable'))
);
--> statement-breakpoint
CREATE TABLE "reminder_wishes" (
	"person_id" bigint PRIMARY KEY NOT NULL,
	"minutes_before" integer,
	"overview_at" time,
	"wants_overview" boolean DEFAULT true NOT NULL,
	"is_muted" boolean DEFAULT false NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "attendances" ADD CONSTRAINT "attendances_item_id_itinerary_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."itinerary_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendances" ADD CONSTRAINT "attendances_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pending_changes" ADD CONSTRAINT "pending_changes_activity_id_activities_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."activities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pending_changes" ADD CONSTRAINT "pending_changes_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pending_changes" ADD CONSTRAINT "pending_changes_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pending_changes" ADD CONSTRAINT "pending_changes_item_id_itinerary_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."itinerary_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "itinerary_deliveries" ADD CONSTRAINT "itinerary_deliveries_activity_id_activities_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."activities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "itinerary_deliveries" ADD CONSTRAINT "itinerary_deliveries_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "itinerary_items" ADD CONSTRAINT "itinerary_items_activity_id_activities_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."activities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminder_fires" ADD CONSTRAINT "reminder_fires_activity_id_activities_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."activities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminder_fires" ADD CONSTRAINT "reminder_fires_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminder_fires" ADD CONSTRAINT "reminder_fires_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminder_fires" ADD CONSTRAINT "reminder_fires_item_id_itinerary_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."itinerary_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminder_fires" ADD CONSTRAINT "reminder_fires_delivery_id_itinerary_deliveries_id_fk" FOREIGN KEY ("delivery_id") REFERENCES "public"."itinerary_deliveries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminder_wishes" ADD CONSTRAINT "reminder_wishes_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "attendances_application" ON "attendances" USING btree ("application_id");--> statement-breakpoint
CREATE UNIQUE INDEX "pending_changes_once" ON "pending_changes" USING btree ("application_id","item_id");--> statement-breakpoint
CREATE INDEX "pending_changes_due" ON "pending_changes" USING btree ("due_at");--> statement-breakpoint
CREATE INDEX "pending_changes_person" ON "pending_changes" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "pending_changes_item" ON "pending_changes" USING btree ("item_id");--> statement-breakpoint
CREATE INDEX "itinerary_deliveries_person" ON "itinerary_deliveries" USING btree ("person_id","created_at");--> statement-breakpoint
CREATE INDEX "itinerary_deliveries_activity" ON "itinerary_deliveries" USING btree ("activity_id","created_at");--> statement-breakpoint
CREATE INDEX "itinerary_deliveries_rings_again" ON "itinerary_deliveries" USING btree ("rings_again_at") WHERE "itinerary_deliveries"."rings_again_at" is not null and "itinerary_deliveries"."seen_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "itinerary_items_key" ON "itinerary_items" USING btree ("activity_id","key");--> statement-breakpoint
CREATE INDEX "itinerary_items_starts" ON "itinerary_items" USING btree ("activity_id","starts_at");--> statement-breakpoint
CREATE UNIQUE INDEX "reminder_fires_slot" ON "reminder_fires" USING btree ("activity_id","person_id","slot");--> statement-breakpoint
CREATE INDEX "reminder_fires_due" ON "reminder_fires" USING btree ("due_at") WHERE "reminder_fires"."state" = 'planned';--> statement-breakpoint
CREATE INDEX "reminder_fires_persons_due" ON "reminder_fires" USING btree ("person_id","due_at") WHERE "reminder_fires"."state" = 'planned';--> statement-breakpoint
CREATE INDEX "reminder_fires_activity" ON "reminder_fires" USING btree ("activity_id","due_at");--> statement-breakpoint
CREATE INDEX "reminder_fires_item" ON "reminder_fires" USING btree ("item_id");--> statement-breakpoint
CREATE INDEX "reminder_fires_delivery" ON "reminder_fires" USING btree ("delivery_id");--> statement-breakpoint
CREATE INDEX "reminder_fires_application" ON "reminder_fires" USING btree ("application_id");