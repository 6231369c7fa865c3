CREATE TABLE "controllers" (
	"one" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"name" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"address" text,
	"contact_email" text,
	"contact_phone" text,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "open_questions" (
	"person_id" bigint PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"asked_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "person_moves" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "person_moves_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"token_hash" text NOT NULL,
	"person_id" bigint NOT NULL,
	"created_by" bigint NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "applications" ADD COLUMN "is_untold" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "open_questions" ADD CONSTRAINT "open_questions_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_moves" ADD CONSTRAINT "person_moves_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "open_questions_asked" ON "open_questions" USING btree ("asked_at");--> statement-breakpoint
CREATE UNIQUE INDEX "person_moves_token" ON "person_moves" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "person_moves_person" ON "person_moves" USING btree ("person_id");