CREATE TABLE "questionnaire_requests" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "questionnaire_requests_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"questionnaire_id" bigint NOT NULL,
	"person_id" bigint NOT NULL,
	"whom" text NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"asked_by" bigint,
	"opened_at" timestamp with time zone,
	"told" integer DEFAULT 0 NOT NULL,
	"next_at" timestamp with time zone,
	"is_stopped" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
ALTER TABLE "questionnaire_requests" ADD CONSTRAINT "questionnaire_requests_questionnaire_id_questionnaires_id_fk" FOREIGN KEY ("questionnaire_id") REFERENCES "public"."questionnaires"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "questionnaire_requests" ADD CONSTRAINT "questionnaire_requests_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "questionnaire_requests_one" ON "questionnaire_requests" USING btree ("questionnaire_id","person_id");--> statement-breakpoint
CREATE INDEX "questionnaire_requests_person" ON "questionnaire_requests" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "questionnaire_requests_due" ON "questionnaire_requests" USING btree ("next_at") WHERE "questionnaire_requests"."next_at" is not null;