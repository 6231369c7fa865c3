CREATE TABLE "document_files" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "document_files_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"application_id" bigint NOT NULL,
	"code" text NOT NULL,
	"file_id" text NOT NULL,
	"kind" text NOT NULL,
	"name" text,
	"content" "bytea",
	"received_at" timestamp with time zone NOT NULL,
	CONSTRAINT "document_files_kind_known" CHECK ("document_files"."kind" in ('photo', 'document'))
);
--> statement-breakpoint
CREATE TABLE "document_nudges" (
	"application_id" bigint PRIMARY KEY NOT NULL,
	"count" integer NOT NULL,
	"last_on" date NOT NULL
);
--> statement-breakpoint
CREATE TABLE "document_states" (
	"application_id" bigint NOT NULL,
	"code" text NOT NULL,
	"state" text NOT NULL,
	"reason" text,
	"by_person_id" bigint,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "document_states_application_id_code_pk" PRIMARY KEY("application_id","code"),
	CONSTRAINT "document_states_known" CHECK ("document_states"."state" in ('requested', 'received', 'accepted', 'sent_back', 'expired'))
);
--> statement-breakpoint
CREATE TABLE "document_waits" (
	"person_id" bigint PRIMARY KEY NOT NULL,
	"application_id" bigint NOT NULL,
	"code" text NOT NULL,
	"asked_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "document_files" ADD CONSTRAINT "document_files_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_nudges" ADD CONSTRAINT "document_nudges_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_states" ADD CONSTRAINT "document_states_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_waits" ADD CONSTRAINT "document_waits_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_waits" ADD CONSTRAINT "document_waits_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "document_files_application" ON "document_files" USING btree ("application_id","code");