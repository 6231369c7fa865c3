CREATE TABLE "application_searches" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "application_searches_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"person_id" bigint NOT NULL,
	"words" text NOT NULL,
	"asked_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "persons" ADD COLUMN "searched" text GENERATED ALWAYS AS (' ' || replace(replace(replace(replace(lower(translate(regexp_replace(normalize(coalesce(given_names, '') || ' ' || coalesce(surname, ''), NFKD), '[\u0300-\u036f]', '', 'g'), 'ıŁłØøĐđÐðÞŒÆ', 'illooddddþœæ')), 'ß', 'ss'), 'œ', 'oe'), 'æ', 'ae'), 'þ', 'th') || ' ' || coalesce(phone, '')) STORED;--> statement-breakpoint
ALTER TABLE "application_searches" ADD CONSTRAINT "application_searches_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "application_searches_person" ON "application_searches" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "application_searches_asked" ON "application_searches" USING btree ("asked_at");--> statement-breakpoint
CREATE INDEX "applications_silent" ON "applications" USING btree ("activity_id") WHERE "applications"."state" = 'approved' and "applications"."coming_at" is null;--> statement-breakpoint
CREATE INDEX "applications_offered" ON "applications" USING btree ("offer_expires_at") WHERE "applications"."state" = 'offered';--> statement-breakpoint
CREATE INDEX "persons_search" ON "persons" USING gin ("searched" gin_trgm_ops);