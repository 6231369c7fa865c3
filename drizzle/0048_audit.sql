CREATE TABLE "audit" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "audit_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"by_person_id" bigint NOT NULL,
	"act" text NOT NULL,
	"what" text NOT NULL,
	"activity_id" bigint,
	"about_person_ids" bigint[] DEFAULT '{}' NOT NULL,
	"rows" integer,
	"language" text,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "audit_act_known" CHECK ("audit"."act" in ('saw', 'changed', 'exported'))
);
--> statement-breakpoint
CREATE INDEX "audit_at" ON "audit" USING btree ("at");--> statement-breakpoint
CREATE INDEX "audit_by" ON "audit" USING btree ("by_person_id","at");--> statement-breakpoint
CREATE INDEX "audit_about" ON "audit" USING gin ("about_person_ids");