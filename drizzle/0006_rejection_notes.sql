CREATE TABLE "rejection_notes" (
	"person_id" bigint PRIMARY KEY NOT NULL,
	"application_id" bigint NOT NULL,
	"text" text,
	"asked_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "rejection_notes" ADD CONSTRAINT "rejection_notes_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rejection_notes" ADD CONSTRAINT "rejection_notes_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE cascade ON UPDATE no action;