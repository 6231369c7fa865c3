CREATE SEQUENCE "public"."process_numbers" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1 CYCLE;--> statement-breakpoint
CREATE TABLE "accounts" (
	"user_id" bigint PRIMARY KEY NOT NULL,
	"person_id" bigint,
	"first_name" text NOT NULL,
	"last_name" text,
	"username" text,
	"phone_language" text,
	"language" text NOT NULL,
	"is_language_chosen" boolean DEFAULT false NOT NULL,
	"is_reachable" boolean DEFAULT true NOT NULL,
	"first_seen_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "conversations" (
	"lane" bigint PRIMARY KEY NOT NULL,
	"state" text NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "inbox" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "inbox_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"bot_id" bigint NOT NULL,
	"update_id" bigint NOT NULL,
	"lane" bigint NOT NULL,
	"body" text,
	"received_at" timestamp with time zone NOT NULL,
	"attempts" smallint DEFAULT 0 NOT NULL,
	"not_before" timestamp with time zone,
	"claimed_by" integer,
	"done_at" timestamp with time zone,
	"set_aside_at" timestamp with time zone,
	"error_id" text,
	"error" text,
	CONSTRAINT "inbox_finished_without_body" CHECK ("inbox"."done_at" is null or "inbox"."set_aside_at" is not null or "inbox"."body" is null)
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "outbox_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"chat_id" bigint NOT NULL,
	"method" text NOT NULL,
	"payload" text NOT NULL,
	"priority" smallint DEFAULT 0 NOT NULL,
	"screen" text,
	"is_fresh" boolean DEFAULT false NOT NULL,
	"file_id" bigint,
	"claimed_by" integer NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "outbox_files" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "outbox_files_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"name" text NOT NULL,
	"content" "bytea" NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rounds" (
	"name" text PRIMARY KEY NOT NULL,
	"done_until" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "screens" (
	"chat_id" bigint NOT NULL,
	"name" text NOT NULL,
	"message_id" integer,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "screens_chat_id_name_pk" PRIMARY KEY("chat_id","name")
);
--> statement-breakpoint
CREATE TABLE "send_cursor" (
	"one" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"head" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "send_paces" (
	"chat_id" bigint PRIMARY KEY NOT NULL,
	"free_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "send_pauses" (
	"chat_id" bigint PRIMARY KEY NOT NULL,
	"until" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "send_places" (
	"place" integer PRIMARY KEY NOT NULL,
	"taken_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "activities" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "activities_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"code" text NOT NULL,
	"kind" text NOT NULL,
	"title" jsonb NOT NULL,
	"description" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"country" text,
	"city" jsonb NOT NULL,
	"time_zone" text NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date NOT NULL,
	"capacity" integer,
	"per_firm" integer,
	"applications_close_at" timestamp with time zone,
	"decision_on" date,
	"working_language" text,
	"approval" text DEFAULT 'manual' NOT NULL,
	"details" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"state" text DEFAULT 'published' NOT NULL,
	"last_number" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "activities_end_after_start" CHECK ("activities"."ends_on" >= "activities"."starts_on"),
	CONSTRAINT "activities_capacity_positive" CHECK ("activities"."capacity" > 0),
	CONSTRAINT "activities_kind_known" CHECK ("activities"."kind" in ('trade_delegation', 'purchasing_delegation', 'workshop', 'training', 'consultancy')),
	CONSTRAINT "activities_state_known" CHECK ("activities"."state" in ('published', 'closed', 'cancelled'))
);
--> statement-breakpoint
CREATE TABLE "activity_drafts" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "activity_drafts_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"person_id" bigint NOT NULL,
	"activity_id" bigint,
	"answers" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"changing" text,
	"is_paused" boolean DEFAULT false NOT NULL,
	"revision" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "activity_drafts_one_per_activity" UNIQUE NULLS NOT DISTINCT("person_id","activity_id")
);
--> statement-breakpoint
CREATE TABLE "activity_sheets" (
	"activity_id" bigint NOT NULL,
	"sheet" text NOT NULL,
	"rows" jsonb NOT NULL,
	CONSTRAINT "activity_sheets_activity_id_sheet_pk" PRIMARY KEY("activity_id","sheet")
);
--> statement-breakpoint
CREATE TABLE "application_events" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "application_events_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"application_id" bigint NOT NULL,
	"from_state" text NOT NULL,
	"to_state" text NOT NULL,
	"by_person_id" bigint,
	"reason" text,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "applications" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "applications_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"activity_id" bigint NOT NULL,
	"person_id" bigint NOT NULL,
	"firm_id" bigint,
	"number" integer,
	"state" text NOT NULL,
	"answers" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"changing" text,
	"is_paused" boolean DEFAULT false NOT NULL,
	"revision" integer DEFAULT 0 NOT NULL,
	"filled_by" bigint,
	"waiting_since" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"submitted_at" timestamp with time zone,
	CONSTRAINT "applications_state_known" CHECK ("applications"."state" in ('draft', 'submitted', 'approved', 'waitlisted', 'rejected', 'withdrawn')),
	CONSTRAINT "applications_submitted_has_number" CHECK ("applications"."state" = 'draft' or "applications"."number" is not null or "applications"."submitted_at" is null)
);
--> statement-breakpoint
CREATE TABLE "coordinator_settings" (
	"person_id" bigint PRIMARY KEY NOT NULL,
	"hears" text DEFAULT 'at_once' NOT NULL,
	"digested_at" timestamp with time zone,
	CONSTRAINT "coordinator_settings_hears_known" CHECK ("coordinator_settings"."hears" in ('at_once', 'digest'))
);
--> statement-breakpoint
CREATE TABLE "uploads" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "uploads_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"chat_id" bigint NOT NULL,
	"person_id" bigint NOT NULL,
	"file_id" text,
	"file_name" text,
	"kind" text,
	"state" text DEFAULT 'received' NOT NULL,
	"content" jsonb,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "uploads_state_known" CHECK ("uploads"."state" in ('received', 'refused', 'previewed', 'published', 'discarded'))
);
--> statement-breakpoint
CREATE TABLE "consents" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "consents_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"person_id" bigint NOT NULL,
	"purpose" text NOT NULL,
	"is_given" boolean NOT NULL,
	"version" text NOT NULL,
	"language" text NOT NULL,
	"decided_at" timestamp with time zone NOT NULL,
	CONSTRAINT "consents_purpose_known" CHECK ("consents"."purpose" in ('photos', 'catalogue', 'contact_exchange'))
);
--> statement-breakpoint
CREATE TABLE "firm_invitations" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "firm_invitations_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"firm_id" bigint NOT NULL,
	"token_hash" text NOT NULL,
	"invited_to" text[] DEFAULT '{}' NOT NULL,
	"for_person_id" bigint,
	"created_by" bigint,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	"used_by" bigint
);
--> statement-breakpoint
CREATE TABLE "firm_members" (
	"firm_id" bigint NOT NULL,
	"person_id" bigint NOT NULL,
	"state" text NOT NULL,
	"since" timestamp with time zone NOT NULL,
	"decided_by" bigint,
	CONSTRAINT "firm_members_firm_id_person_id_pk" PRIMARY KEY("firm_id","person_id"),
	CONSTRAINT "firm_members_state_known" CHECK ("firm_members"."state" in ('requested', 'member', 'refused', 'left'))
);
--> statement-breakpoint
CREATE TABLE "firms" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "firms_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"name" text NOT NULL,
	"folded_name" text NOT NULL,
	"country" text NOT NULL,
	"city" text,
	"cluster" text,
	"tax_number" text,
	"register_number" text,
	"nace" text,
	"employees" integer,
	"contact_name" text,
	"contact_phone" text,
	"contact_email" text,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "firms_cluster_known" CHECK ("firms"."cluster" in ('rail', 'aviation', 'both', 'none'))
);
--> statement-breakpoint
CREATE TABLE "notices_read" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "notices_read_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"person_id" bigint NOT NULL,
	"notice" text NOT NULL,
	"version" text NOT NULL,
	"language" text NOT NULL,
	"read_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "persons" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "persons_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"given_names" text,
	"surname" text,
	"passport_given_names" text,
	"passport_surname" text,
	"position" text,
	"phone" text,
	"is_phone_verified" boolean DEFAULT false NOT NULL,
	"email" text,
	"spoken_languages" text[],
	"home_zone" text,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "role_invitations" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "role_invitations_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"token_hash" text NOT NULL,
	"role" text NOT NULL,
	"activity_code" text,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	"voided_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "roles" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "roles_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"person_id" bigint NOT NULL,
	"role" text NOT NULL,
	"activity_code" text,
	"granted_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "roles_role_known" CHECK ("roles"."role" in ('owner', 'coordinator', 'partner', 'staff'))
);
--> statement-breakpoint
ALTER TABLE "activity_drafts" ADD CONSTRAINT "activity_drafts_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activity_drafts" ADD CONSTRAINT "activity_drafts_activity_id_activities_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."activities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activity_sheets" ADD CONSTRAINT "activity_sheets_activity_id_activities_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."activities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application_events" ADD CONSTRAINT "application_events_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_activity_id_activities_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."activities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_firm_id_firms_id_fk" FOREIGN KEY ("firm_id") REFERENCES "public"."firms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "firm_invitations" ADD CONSTRAINT "firm_invitations_firm_id_firms_id_fk" FOREIGN KEY ("firm_id") REFERENCES "public"."firms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "firm_members" ADD CONSTRAINT "firm_members_firm_id_firms_id_fk" FOREIGN KEY ("firm_id") REFERENCES "public"."firms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "firm_members" ADD CONSTRAINT "firm_members_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices_read" ADD CONSTRAINT "notices_read_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roles" ADD CONSTRAINT "roles_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "accounts_person" ON "accounts" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "conversations_updated" ON "conversations" USING btree ("updated_at");--> statement-breakpoint
CREATE UNIQUE INDEX "inbox_takes_each_update_once" ON "inbox" USING btree ("bot_id","update_id");--> statement-breakpoint
CREATE INDEX "inbox_waiting" ON "inbox" USING btree ("lane","id") WHERE "inbox"."done_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "inbox_one_at_a_time_per_lane" ON "inbox" USING btree ("lane") WHERE "inbox"."claimed_by" is not null;--> statement-breakpoint
CREATE INDEX "outbox_chat" ON "outbox" USING btree ("chat_id","id");--> statement-breakpoint
CREATE INDEX "outbox_claimed" ON "outbox" USING btree ("claimed_by");--> statement-breakpoint
CREATE INDEX "screens_updated" ON "screens" USING btree ("updated_at");--> statement-breakpoint
CREATE UNIQUE INDEX "activities_code" ON "activities" USING btree ("code");--> statement-breakpoint
CREATE INDEX "activities_starts" ON "activities" USING btree ("starts_on");--> statement-breakpoint
CREATE UNIQUE INDEX "activity_drafts_one_open_per_person" ON "activity_drafts" USING btree ("person_id") WHERE not "activity_drafts"."is_paused";--> statement-breakpoint
CREATE INDEX "activity_drafts_updated" ON "activity_drafts" USING btree ("updated_at");--> statement-breakpoint
CREATE INDEX "application_events_application" ON "application_events" USING btree ("application_id");--> statement-breakpoint
CREATE UNIQUE INDEX "applications_one_live_per_person" ON "applications" USING btree ("activity_id","person_id") WHERE "applications"."state" not in ('rejected', 'withdrawn');--> statement-breakpoint
CREATE UNIQUE INDEX "applications_number" ON "applications" USING btree ("activity_id","number");--> statement-breakpoint
CREATE INDEX "applications_person" ON "applications" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "applications_state" ON "applications" USING btree ("activity_id","state");--> statement-breakpoint
CREATE INDEX "applications_firm" ON "applications" USING btree ("activity_id","firm_id") WHERE "applications"."state" = 'approved';--> statement-breakpoint
CREATE INDEX "uploads_created" ON "uploads" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "consents_person" ON "consents" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "firm_invitations_token" ON "firm_invitations" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "firm_members_person" ON "firm_members" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "firms_search" ON "firms" USING gin ("folded_name" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "firms_tax_number" ON "firms" USING btree ("tax_number");--> statement-breakpoint
CREATE UNIQUE INDEX "notices_read_once" ON "notices_read" USING btree ("person_id","notice","version");--> statement-breakpoint
CREATE UNIQUE INDEX "role_invitations_token" ON "role_invitations" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "roles_person" ON "roles" USING btree ("person_id");