CREATE TABLE "form_files" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "form_files_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"person_id" bigint NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"file_id" text,
	"shown_file_id" text,
	"media_type" text,
	"size" integer,
	"content" "bytea",
	"received_at" timestamp with time zone NOT NULL,
	CONSTRAINT "form_files_kind_known" CHECK ("form_files"."kind" in ('image', 'audio', 'video'))
);
--> statement-breakpoint
CREATE TABLE "questionnaire_version_files" (
	"version_id" bigint NOT NULL,
	"name" text NOT NULL,
	"file_id" bigint NOT NULL,
	CONSTRAINT "questionnaire_version_files_version_id_name_pk" PRIMARY KEY("version_id","name")
);
--> statement-breakpoint
ALTER TABLE "questionnaire_version_files" ADD CONSTRAINT "questionnaire_version_files_version_id_questionnaire_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."questionnaire_versions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "questionnaire_version_files" ADD CONSTRAINT "questionnaire_version_files_file_id_form_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."form_files"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "form_files_name" ON "form_files" USING btree ("person_id","name");--> statement-breakpoint
CREATE INDEX "questionnaire_version_files_file" ON "questionnaire_version_files" USING btree ("file_id");