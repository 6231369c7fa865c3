CREATE TABLE "result_exports" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "result_exports_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"questionnaire_id" bigint NOT NULL,
	"person_id" bigint NOT NULL,
	"chat_id" bigint NOT NULL,
	"language" text NOT NULL,
	"state" text DEFAULT 'ordered' NOT NULL,
	"row_count" integer DEFAULT 0 NOT NULL,
	"ordered_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "result_exports_state_known" CHECK ("result_exports"."state" in ('ordered', 'sent', 'stopped', 'refused', 'failed'))
);
--> statement-breakpoint
ALTER TABLE "result_exports" ADD CONSTRAINT "result_exports_questionnaire_id_questionnaires_id_fk" FOREIGN KEY ("questionnaire_id") REFERENCES "public"."questionnaires"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "result_exports" ADD CONSTRAINT "result_exports_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "result_exports_questionnaire" ON "result_exports" USING btree ("questionnaire_id");--> statement-breakpoint
CREATE INDEX "result_exports_person" ON "result_exports" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "result_exports_ordered" ON "result_exports" USING btree ("ordered_at");